package org.batchuploader.geoserver.catalog;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.geoserver.recorded.Recorded;
import org.batchuploader.testkit.publish.LayerCatalogContract;
import org.batchuploader.testkit.publish.SamplePublication;
import org.batchuploader.testkit.publish.Trouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class GeoServerCatalogTest extends LayerCatalogContract {
    private final FakeGeoServer fake = new FakeGeoServer();

    @RegisterExtension
    final WireMockExtension server = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().extensions(fake))
            .build();

    @TempDir
    Path temp;

    private LayerCatalog catalog;

    @BeforeEach
    void begin() {
        server.stubFor(any(anyUrl()).willReturn(aResponse()));
        GeoServerClient client = GeoServerClient.at(URI.create(server.baseUrl() + "/geoserver"))
                .credentials("admin", "secret-word")
                .build();
        catalog = new GeoServerCatalog(client, "up", URI.create("https://maps.example/geoserver"));
    }

    @Override
    protected LayerCatalog catalog() {
        return catalog;
    }

    @Override
    protected OptionalLong served(String layerName) {
        return fake.resource(layerName).isPresent() ? OptionalLong.of(fake.count(layerName)) : OptionalLong.empty();
    }

    @Override
    protected List<Trouble> troubles() {
        return List.of(
                Trouble.unavailable(
                        "the server is down for maintenance",
                        () -> fake.insteadOfFiles = () ->
                                ResponseDefinitionBuilder.responseDefinition().withStatus(503),
                        () -> fake.insteadOfFiles = null),
                Trouble.refusing(
                        "the archive cannot be opened",
                        () -> fake.insteadOfFiles = Recorded.of("40-shp-notzip")::answer,
                        () -> fake.insteadOfFiles = null),
                Trouble.refusing(
                        "data published with 201 that WFS cannot read",
                        () -> fake.insteadOfWfs = Recorded.of("74-trunc-wfs")::answer,
                        () -> fake.insteadOfWfs = null),
                Trouble.refusing(
                        "data published with 201 of which WFS reads a part",
                        () -> fake.insteadOfWfs = Recorded.of("56-wfs-hits")::answer,
                        () -> fake.insteadOfWfs = null),
                Trouble.refusing(
                        "no CRS that was recognised",
                        () -> fake.insteadOfResource = Recorded.of("22-shp-bng-featuretype")::answer,
                        () -> fake.insteadOfResource = null));
    }

    @Test
    void geoserver_receives_our_names_and_the_same_bytes() throws IOException {
        Publication publication =
                SamplePublication.shapefile(temp).base("Straße 1").upperCase().write();

        catalog.publish(publication);

        Map<String, byte[]> sent = fake.resource("roads").orElseThrow().files();
        assertThat(sent.keySet()).containsExactly("roads.shp", "roads.shx", "roads.dbf", "roads.prj", "roads.cpg");
        for (SourceFile file : publication.files().files()) {
            String extension =
                    file.name().substring(file.name().lastIndexOf('.')).toLowerCase(Locale.ROOT);
            assertThat(sent.get("roads" + extension)).isEqualTo(Files.readAllBytes(file.path()));
        }
    }

    @Test
    void a_geotiff_is_sent_as_it_is() throws IOException {
        Publication publication = SamplePublication.geoTiff(temp).name("height").write();

        Placement placement = catalog.publish(publication);

        assertThat(fake.resource("height").orElseThrow().files().get("file.geotiff"))
                .isEqualTo(Files.readAllBytes(publication.files().files().get(0).path()));
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

        assertThat(fake.resource("roads").orElseThrow().resources().toString())
                .contains("\"srs\":\"EPSG:4326\"", "\"projectionPolicy\":\"FORCE_DECLARED\"", "\"title\":\"Roads\"");
    }

    @Test
    void a_layer_that_was_there_before_stays_when_its_new_data_are_refused() {
        catalog.publish(SamplePublication.shapefile(temp).write());
        Supplier<ResponseDefinitionBuilder> unreadable = Recorded.of("74-trunc-wfs")::answer;
        fake.insteadOfWfs = unreadable;

        assertThatThrownBy(() -> catalog.publish(
                        SamplePublication.shapefile(temp).replacing().write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("BufferUnderflowException");
        assertThat(served("roads")).isPresent();
    }

    @Test
    void a_broken_tiff_is_refused_in_geoservers_own_words() {
        fake.insteadOfFiles = Recorded.of("48-tif-broken-put")::answer;

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
        for (String ref : List.of("up", "up/roads", "up/roads/styles", "up/../datastores")) {
            assertThatIllegalArgumentException()
                    .as(ref)
                    .isThrownBy(() -> catalog.remove(new Placement(ref, List.of())));
        }
        assertThat(server.getAllServeEvents()).isEmpty();
    }
}
