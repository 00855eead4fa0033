package org.batchuploader.geoserver.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.geoserver.client.BoundingBox;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.geoserver.client.Resource;
import org.batchuploader.geoserver.client.StoreKind;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.testkit.fake.FakeGeoServer;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.publish.SamplePublication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What bites in GeoServer, and that the catalog is not bitten. Numbers are those of the recorded transcripts. */
@SuppressWarnings("NullAway.Init")
class WhatBitesTest {
    @RegisterExtension
    final Faked faked = new Faked();

    @TempDir
    Path temp;

    private final FakeGeoServer fake = faked.geoserver;
    private final GeoServerClient client = faked.client;
    private final LayerCatalog catalog = faked.catalog(DataWay.streamed());

    private SamplePublication roads() {
        return SamplePublication.shapefile(temp);
    }

    private static void cut(Publication publication, String extension, long bytes) throws IOException {
        Path file = publication.files().find(extension).orElseThrow().path();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - bytes);
        }
    }

    private Resource type(String name, String srs) {
        return new Resource(name, "roads", null, null, null, srs.isEmpty() ? null : srs, null, null, null);
    }

    @Test
    void n30_31_73_74_a_truncated_shp_is_taken_with_201_and_found_out() throws IOException {
        Publication publication = roads().write();
        cut(publication, "shp", 10);

        assertThatThrownBy(() -> catalog.publish(publication))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("java.nio.BufferUnderflowException");
        assertThat(fake.state()).doesNotContain("roads");
    }

    @Test
    void n32_a_zip_without_dbf_is_taken_with_201_and_found_out() {
        assertThatThrownBy(() -> catalog.publish(roads().without("dbf").write()))
                .isInstanceOf(RemoteRefused.class);
        assertThat(fake.state()).doesNotContain("roads");
    }

    @Test
    void n54_75_a_map_that_is_an_exception_of_status_200_is_no_map() {
        catalog.publish(roads().write());
        var box = new BoundingBox(7, 46, 8, 47);

        assertThatThrownBy(() -> client.services().drawMap("up", "nope", box))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessageContaining("Could not find layer up:nope");
        fake.faults().once("wms.getmap", Fault.LIE);
        assertThatThrownBy(() -> client.services().drawMap("up", "roads", box))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessageContaining("Rendering process failed. Layers: roads");
    }

    @Test
    void n16_18_25_66_67_68_without_a_prj_geoserver_would_declare_404000_and_we_declare_what_is_known() {
        Publication publication = roads().without("prj").write();
        client.workspaces().ensure("up");
        client.stores().putShapefile("up", "raw", null, new ShapefileZip(publication));
        client.resources().createFeatureType("up", "raw", type("raw", ""));
        Resource guessed = client.resources().featureType("up", "raw", "raw").orElseThrow();
        assertThat(guessed.srs()).isEqualTo("EPSG:404000");
        LayerRef raw = new LayerRef("up", "raw_1", LayerRef.Form.FILES);
        assertThatThrownBy(() -> new ReadBack(client, raw, publication).verify(guessed))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("is in EPSG:404000 and not in EPSG:4326");

        catalog.publish(publication);

        assertThat(fake.describe("up", "roads")).contains("\"srs\":\"EPSG:4326\"", "FORCE_DECLARED");
    }

    @Test
    void n26_27_71_72_a_change_of_crs_is_declared_and_bounds_are_computed_anew() {
        catalog.publish(roads().without("prj").write());
        client.resources().updateFeatureType("up", storeOf("roads"), "roads", type("roads", "EPSG:3857"));
        double moved = box("roads").maxx();

        catalog.publish(roads().replacing().write());

        assertThat(moved).isLessThan(0.1);
        assertThat(box("roads").minx()).isEqualTo(7.0);
        assertThat(fake.describe("up", "roads")).contains("EPSG:4326");
    }

    private String storeOf(String layer) {
        return client.layers().find("up", layer).orElseThrow().store();
    }

    private BoundingBox box(String layer) {
        Resource resource =
                client.resources().featureType("up", storeOf(layer), layer).orElseThrow();
        BoundingBox box = resource.latLonBoundingBox();
        assertThat(box).isNotNull();
        return Objects.requireNonNull(box);
    }

    @Test
    void n14_15_17_20_21_34_names_are_ours_since_we_have_nothing_configured_by_geoserver() {
        catalog.publish(roads().write());
        catalog.publish(roads().name("rivers").base("roads").write());

        assertThat(fake.state())
                .contains("feature type roads ", "feature type rivers ")
                .doesNotContain("roads1");
    }

    @Test
    void n33_35_36_one_zip_holds_one_shapefile() {
        catalog.publish(roads().write());

        assertThat(fake.files("up", "roads").keySet())
                .filteredOn(name -> name.endsWith(".shp"))
                .containsExactly("roads.shp");
    }

    @Test
    void n37_38_a_name_with_a_space_and_letters_beyond_ascii_never_gets_there() {
        Placement placement =
                catalog.publish(roads().base("Ünï code").title("Ünï code").write());

        assertThat(fake.files("up", "roads").keySet()).allMatch(name -> name.matches("roads\\.[a-z]{3}"));
        assertThat(placement.ref()).matches("[a-z0-9_/]+");
        assertThat(fake.describe("up", "roads")).contains("\"title\":\"Ünï code\"");
    }

    @Test
    void n29_a_name_that_somebody_elses_layer_has_is_refused_and_theirs_stays() {
        Publication theirs = roads().features(3).write();
        client.workspaces().ensure("up");
        client.stores().putShapefile("up", "theirs", null, new ShapefileZip(theirs));
        client.resources().createFeatureType("up", "theirs", type("roads", "EPSG:4326"));

        assertThatThrownBy(() -> catalog.publish(roads().write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("which was not made here");
        assertThat(fake.has("up", "theirs", "roads")).isTrue();
        assertThat(fake.served("up", "roads")).hasValue(3);
    }

    @Test
    void n03_04_13_the_workspace_is_there_before_data_are_sent() {
        catalog.publish(roads().write());

        List<String> calls = fake.calls();
        assertThat(calls.indexOf("workspace.create")).isBetween(0, calls.indexOf("file.put"));
    }

    @Test
    void a_workspace_that_may_not_be_made_is_a_refusal_in_geoservers_words() {
        fake.faults().on("workspace.create", Fault.REFUSE);

        assertThatThrownBy(() -> catalog.publish(roads().write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessage("Access is denied");
        assertThat(fake.state()).isEmpty();
    }

    @Test
    void n39_40_42_a_body_that_is_no_zip_leaves_no_store() {
        fake.faults().once("file.put", Fault.REFUSE);

        assertThatThrownBy(() -> catalog.publish(roads().write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessage("Error occured unzipping file");
        assertThat(fake.state()).isEqualTo("workspace up\n");
    }

    @Test
    void n46_47_48_a_tiff_that_lies_nowhere_leaves_no_store() throws IOException {
        Publication publication = SamplePublication.geoTiff(temp).write();
        cut(publication, "tif", 200);

        assertThatThrownBy(() -> catalog.publish(publication))
                .isInstanceOf(RemoteRefused.class)
                .hasMessage("Could not acquire reader for coverage.");
        assertThat(fake.state()).isEqualTo("workspace up\n");
    }

    @Test
    void n57_a_layer_that_was_deleted_without_its_type_comes_back() {
        catalog.publish(roads().write());
        assertThat(client.layers().delete("up", "roads")).isTrue();
        assertThat(fake.served("up", "roads")).isEmpty();

        catalog.publish(roads().replacing().write());

        assertThat(fake.served("up", "roads")).hasValue(10);
    }

    @Test
    void n58_59_60_a_store_goes_with_all_that_is_in_it_and_goes_once() {
        catalog.publish(roads().write());
        String store = storeOf("roads");

        assertThat(client.stores().delete("up", StoreKind.DATASTORES, store)).isTrue();
        assertThat(client.stores().delete("up", StoreKind.DATASTORES, store)).isFalse();
        assertThat(fake.state()).isEqualTo("workspace up\n");
    }
}
