package org.batchuploader.geoserver.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.publish.SamplePublication;
import org.batchuploader.testkit.publish.Trouble;
import org.junit.jupiter.api.Test;

class GeoServerCatalogTest extends FakedCatalog {
    @Override
    DataWay way() {
        return DataWay.streamed();
    }

    @Override
    String carrying() {
        return "file.put";
    }

    @Override
    protected List<Trouble> troubles() {
        Runnable end = fake.faults()::clear;
        return Stream.concat(
                        super.troubles().stream(),
                        Stream.of(
                                Trouble.refusing("the archive cannot be opened", on("file.put", Fault.REFUSE), end),
                                Trouble.refusing("damaged data taken with 201", on("file.put", Fault.LIE), end)))
                .toList();
    }

    @Test
    void geoserver_receives_our_names_and_the_same_bytes() throws IOException {
        Publication publication =
                SamplePublication.shapefile(temp).base("Straße 1").upperCase().write();

        catalog.publish(publication);

        Map<String, String> sent = fake.files("up", "roads");
        assertThat(sent.keySet())
                .containsExactlyInAnyOrder("roads.shp", "roads.shx", "roads.dbf", "roads.prj", "roads.cpg");
        for (SourceFile file : publication.files().files()) {
            String extension =
                    file.name().substring(file.name().lastIndexOf('.')).toLowerCase(Locale.ROOT);
            assertThat(sent).containsEntry("roads" + extension, sha256(file.path()));
        }
    }

    @Test
    void a_geotiff_is_sent_as_it_is() throws IOException {
        Publication publication = SamplePublication.geoTiff(temp).name("height").write();

        Placement placement = catalog.publish(publication);

        assertThat(fake.files("up", "height"))
                .containsEntry(
                        "file.geotiff",
                        sha256(publication.files().files().get(0).path()));
        assertThat(placement.links()).extracting(Link::rel).containsExactly("wms", "wcs");
    }

    @Test
    void links_are_of_the_public_address() {
        assertThat(catalog.publish(SamplePublication.shapefile(temp).write()).links())
                .containsExactly(
                        new Link(
                                "wms",
                                "https://maps.example/geoserver/up/wms?service=WMS&version=1.3.0&request=GetCapabilities",
                                "up:roads"),
                        new Link(
                                "wfs",
                                "https://maps.example/geoserver/up/wfs?service=WFS&version=2.0.0&request=GetCapabilities",
                                "up:roads"));
    }

    @Test
    void the_crs_of_the_inspection_is_declared() {
        catalog.publish(SamplePublication.shapefile(temp).without("prj").write());

        assertThat(fake.describe("up", "roads"))
                .contains("\"srs\":\"EPSG:4326\"", "\"projectionPolicy\":\"FORCE_DECLARED\"", "\"title\":\"Roads\"");
    }

    @Test
    void a_layer_that_was_there_before_stays_when_its_new_data_are_refused() {
        catalog.publish(SamplePublication.shapefile(temp).write());
        fake.faults().on("wfs.getfeature", Fault.REFUSE);

        assertThatThrownBy(() -> catalog.publish(
                        SamplePublication.shapefile(temp).replacing().write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("BufferUnderflowException");
        assertThat(served("roads")).isPresent();
    }

    @Test
    void a_broken_tiff_is_refused_in_geoservers_own_words() {
        fake.faults().on("file.put", Fault.REFUSE);

        assertThatThrownBy(() -> catalog.publish(SamplePublication.geoTiff(temp).write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessage("Could not acquire reader for coverage.");
    }

    @Test
    void a_failing_disk_of_ours_is_not_the_owners_trouble() throws IOException {
        Publication publication = SamplePublication.shapefile(temp).write();
        for (SourceFile file : publication.files().files()) {
            Files.delete(file.path());
        }

        assertThatThrownBy(() -> catalog.publish(publication)).isInstanceOf(RemoteUnavailable.class);
    }

    @Test
    void a_reference_that_is_not_ours_is_a_programming_error() {
        for (String ref : List.of("up", "up/roads", "up/roads_1/styles", "up/../datastores", "up/roads/datastores")) {
            assertThatIllegalArgumentException()
                    .as(ref)
                    .isThrownBy(() -> catalog.remove(new Placement(ref, List.of())));
        }
        assertThat(fake.calls()).isEmpty();
    }

    private static String sha256(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
