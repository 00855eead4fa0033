package org.batchuploader.testkit.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.builtin.BuiltInPortal;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Portal;
import org.batchuploader.testkit.publish.PortalContract;
import org.batchuploader.testkit.publish.SamplePublication;
import org.batchuploader.testkit.publish.Trouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class BuiltInPortalTest extends PortalContract {
    @TempDir
    Path temp;

    private Path layers;
    private Portal portal;

    @BeforeEach
    void begin() {
        layers = temp.resolve("layers");
        portal = new BuiltInPortal(layers);
    }

    @Override
    protected Portal portal() {
        return portal;
    }

    @Override
    protected Optional<String> page(String layerName) {
        Path page = layers.resolve(layerName).resolve("index.html");
        return Files.exists(page) ? Optional.of(FailingDisk.read(page)) : Optional.empty();
    }

    @Override
    protected List<Trouble> troubles() {
        return FailingDisk.of(layers);
    }

    @Test
    void the_page_shows_what_was_learned_of_a_shapefile() {
        portal.register(SamplePublication.shapefile(temp)
                .features(1234)
                .links(new Link("geojson", "/layers/roads/data.geojson", "GeoJSON"))
                .write());

        assertThat(page("roads").orElseThrow())
                .contains("ESRI Shapefile", "<dd>Point</dd>", "<dd>1,234</dd>", "EPSG:4326 – WGS 84")
                .contains("7.000, 46.000 to 19.330, 52.165", "7.000000, 46.000000 to 19.330000, 52.165000")
                .contains("<tr><td>place 0</td><td>100</td></tr>", "<tr><td>POP</td><td>integer</td><td>9</td>")
                .contains("href=\"data.geojson\"", "href=\"record.xml\"")
                .doesNotContain("{{", "<script", "http://", "https://");
    }

    @Test
    void the_page_shows_the_bands_of_a_raster() {
        portal.register(SamplePublication.geoTiff(temp).write());

        assertThat(page("roads").orElseThrow()).contains("GeoTIFF", "8 × 6 pixels", "1 (uint8)");
    }

    @Test
    void a_service_elsewhere_keeps_its_address() {
        portal.register(SamplePublication.shapefile(temp)
                .links(new Link("wms", "https://maps.example/up/wms?service=WMS&request=GetCapabilities", "up:roads"))
                .write());

        assertThat(page("roads").orElseThrow())
                .contains("href=\"https://maps.example/up/wms?service=WMS&amp;request=GetCapabilities\"");
    }

    @Test
    void the_thumbnail_comes_and_goes_with_the_publication() {
        Placement with =
                portal.register(SamplePublication.shapefile(temp).thumbnail().write());
        assertThat(with.links()).extracting(Link::href).contains("/layers/roads/thumbnail.png");
        assertThat(layers.resolve("roads/thumbnail.png")).isNotEmptyFile();
        assertThat(page("roads").orElseThrow()).contains("<img src=\"thumbnail.png\"");

        portal.register(SamplePublication.shapefile(temp).replacing().write());
        assertThat(layers.resolve("roads/thumbnail.png")).doesNotExist();
        assertThat(page("roads").orElseThrow()).doesNotContain("<img");
    }
}
