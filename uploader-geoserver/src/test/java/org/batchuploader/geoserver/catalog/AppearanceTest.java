package org.batchuploader.geoserver.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.batchuploader.core.inspect.Description;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.Severity;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.publish.SamplePublication;
import org.batchuploader.testkit.sample.SampleStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Style, words and tiles of a layer. */
@SuppressWarnings("NullAway.Init")
class AppearanceTest {
    private static final String STYLE = SampleStyle.ofVersion("1.0.0").text();

    @RegisterExtension
    final Faked faked = new Faked();

    @TempDir
    Path temp;

    private LayerCatalog catalog() {
        return faked.catalog(DataWay.streamed());
    }

    private SamplePublication roads() {
        return SamplePublication.shapefile(temp);
    }

    private String own(Publication publication) {
        return publication.name() + "_" + publication.layer().value();
    }

    private String state() {
        return faked.geoserver.state();
    }

    @Test
    void without_a_style_points_are_drawn_as_points_and_rasters_as_rasters() {
        catalog().publish(roads().write());
        catalog().publish(SamplePublication.geoTiff(temp).name("height").write());

        assertThat(state()).contains("layer roads drawn as point", "layer height drawn as raster");
    }

    @Test
    void an_uploaded_style_becomes_the_layers_own_under_a_name_of_ours() {
        Publication publication = roads().delivered("SLD", STYLE).write();

        assertThat(catalog().publish(publication).remarks()).isEmpty();

        assertThat(state()).contains("layer roads drawn as up:" + own(publication));
        assertThat(faked.geoserver.style("up", own(publication))).contains("#3366aa");
    }

    @Test
    void a_newer_style_takes_the_place_of_the_older() {
        catalog().publish(roads().delivered("SLD", STYLE).write());
        Publication again = roads().replacing()
                .delivered("SLD", STYLE.replace("#3366aa", "#ff0000"))
                .write();

        catalog().publish(again);

        assertThat(faked.geoserver.style("up", own(again))).contains("#ff0000").doesNotContain("#3366aa");
    }

    @Test
    void a_layer_delivered_again_without_its_style_loses_it() {
        catalog().publish(roads().delivered("SLD", STYLE).write());

        catalog().publish(roads().replacing().write());

        assertThat(state()).contains("layer roads drawn as point").doesNotContain("  style ");
    }

    @Test
    void a_style_that_an_administrator_chose_stays() {
        catalog().publish(roads().write());
        faked.client.layers().setStyle("up", "roads", null, "generic");

        catalog().publish(roads().replacing().write());

        assertThat(state()).contains("layer roads drawn as generic");
    }

    @Test
    void a_removed_layer_takes_its_style_along() {
        Placement placement = catalog().publish(roads().delivered("SLD", STYLE).write());

        catalog().remove(placement);

        assertThat(state()).isEqualTo("workspace up\n");
    }

    @Test
    void a_layer_under_a_new_name_leaves_nothing_of_the_old_one() {
        Placement roads = catalog().publish(roads().delivered("SLD", STYLE).write());
        catalog().publish(roads().name("streets").delivered("SLD", STYLE).write());

        catalog().remove(roads);

        assertThat(state()).contains("streets").doesNotContain("roads");
    }

    @Test
    void a_style_that_is_no_good_hinders_no_layer_and_its_owner_is_told() {
        Placement doctype = catalog()
                .publish(roads().delivered("SLD", "<!DOCTYPE x SYSTEM \"http://10.0.0.1/\">" + STYLE)
                        .write());
        assertThat(state()).contains("layer roads drawn as point").doesNotContain("  style ");
        told(doctype, "is not used, and the layer is drawn plainly: it has a document type (DOCTYPE).");

        faked.geoserver.faults().on("style.create", Fault.REFUSE);
        Placement refused =
                catalog().publish(roads().name("rivers").delivered("SLD", STYLE).write());
        assertThat(state()).contains("layer rivers drawn as point").doesNotContain("  style ");
        told(refused, "GeoServer does not take it:");
    }

    @Test
    void a_style_that_cannot_be_drawn_is_taken_off_again_and_its_owner_is_told() {
        faked.geoserver.faults().once("wms.getmap", Fault.LIE);

        Placement placement = catalog().publish(roads().delivered("SLD", STYLE).write());

        assertThat(state()).contains("layer roads drawn as point").doesNotContain("  style ");
        told(placement, "GeoServer cannot draw it:");
    }

    @Test
    void nothing_that_a_style_points_to_reaches_geoserver_and_its_owner_is_told() {
        String graphic = "<ExternalGraphic><OnlineResource xlink:href='http://10.0.0.1/a.svg'/></ExternalGraphic>";
        Publication publication = roads().delivered(
                        "SLD", SampleStyle.ofVersion("1.1.0").graphic(graphic).text())
                .write();

        Placement placement = catalog().publish(publication);

        assertThat(faked.geoserver.style("up", own(publication)))
                .contains("#3366aa")
                .doesNotContain("10.0.0.1");
        told(placement, "is drawn without ExternalGraphic,");
    }

    private static void told(Placement placement, String words) {
        assertThat(placement.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo(ProblemCode.STYLE_CHANGED);
            assertThat(remark.severity()).isEqualTo(Severity.WARNING);
            assertThat(remark.sentence()).contains(words).doesNotContain("10.0.0.1");
        });
    }

    @Test
    void title_abstract_and_keywords_are_the_owners_words_made_safe() {
        Inspection found = roads().trueInspection();
        var said = new Description(
                null,
                "All\u0001 roads & <ways>",
                null,
                List.of("traffic", "a;b\\c"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var described = new Inspection(
                found.format(),
                found.vector(),
                null,
                found.extent(),
                found.geographicExtent(),
                found.crs(),
                said,
                List.of());

        catalog()
                .publish(roads().title("Straßen \u0000im Tal")
                        .inspection(described)
                        .write());
        assertThat(faked.geoserver.describe("up", "roads"))
                .contains("\"title\":\"Straßen im Tal\"")
                .contains("\"abstract\":\"All roads & <ways>\"")
                .contains("\"string\":[\"traffic\",\"a b c\",\"roads\",\"features\"]");

        catalog().publish(roads().replacing().write());
        assertThat(faked.geoserver.describe("up", "roads")).contains("\"abstract\":\"\"");
    }

    @Test
    void tiles_are_thrown_away_after_a_change_and_not_before() {
        catalog().publish(roads().write());
        assertThat(state()).doesNotContain("tiles");

        catalog().publish(roads().replacing().write());
        assertThat(state()).contains("tiles of up:roads thrown away 1 times");
    }

    @Test
    void without_geowebcache_there_is_nothing_to_throw_away() {
        faked.geoserver.without("gwc");
        catalog().publish(roads().write());

        catalog().publish(roads().features(4).replacing().write());

        assertThat(faked.geoserver.served("up", "roads")).hasValue(4);
    }
}
