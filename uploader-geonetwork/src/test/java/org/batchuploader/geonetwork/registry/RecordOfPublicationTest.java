package org.batchuploader.geonetwork.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.batchuploader.core.inspect.Description;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonetwork.iso.CitedDate;
import org.batchuploader.geonetwork.iso.Constraints;
import org.batchuploader.geonetwork.iso.IsoRecord;
import org.batchuploader.geonetwork.iso.Keywords;
import org.batchuploader.geonetwork.iso.OnlineResource;
import org.batchuploader.geonetwork.iso.Party;
import org.batchuploader.geonetwork.iso.Representation;
import org.batchuploader.testkit.publish.SamplePublication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordOfPublicationTest {
    @TempDir
    Path temp;

    private static final RecordDefaults DEFAULTS = RecordDefaults.builder()
            .publicAddress(URI.create("https://maps.example/up/"))
            .contact(Party.contact(null, "Town", "gis@example.org"))
            .language("ger")
            .topic("transportation")
            .licence("CC BY 4.0")
            .access("no limitations to public access")
            .inspireThemes(List.of("Verkehrsnetze"))
            .build();

    private static final RecordDefaults NONE = RecordDefaults.builder().build();

    private static IsoRecord record(RecordDefaults defaults, SamplePublication sample) {
        return new RecordOfPublication(defaults).of(sample.write(), null);
    }

    private SamplePublication shapefile() {
        return SamplePublication.shapefile(temp);
    }

    private static Inspection with(Inspection found, Description told, Problem... problems) {
        return new Inspection(
                found.format(),
                found.vector(),
                found.raster(),
                found.extent(),
                found.geographicExtent(),
                found.crs(),
                told,
                List.of(problems));
    }

    private static Description told() {
        return new Description(
                "Their title",
                "Their abstract",
                "Their purpose",
                List.of("a", "b", "a"),
                "oceans",
                "fre",
                LocalDate.of(2020, 2, 3),
                "revision",
                "Their lineage",
                "Their licence",
                "Ann",
                "Office",
                "ann@example.org",
                5000L);
    }

    @Test
    void the_identifier_is_the_publications() {
        Publication publication = shapefile().write();

        assertThat(new RecordOfPublication(NONE).of(publication, null).identifier())
                .isEqualTo(publication.identifier());
    }

    @Test
    void defaults_say_what_nobody_else_does() {
        IsoRecord record = record(DEFAULTS, shapefile());

        assertThat(record.language()).isEqualTo("ger");
        assertThat(record.dataLanguage()).isEqualTo("ger");
        assertThat(record.topics()).containsExactly("transportation");
        assertThat(record.constraints())
                .isEqualTo(
                        new Constraints(List.of(), List.of("no limitations to public access"), List.of("CC BY 4.0")));
        assertThat(record.keywords()).containsExactly(new Keywords(List.of("Verkehrsnetze"), Keywords.INSPIRE_THEMES));
        assertThat(record.contact())
                .containsExactly(
                        Party.contact(null, "Town", "gis@example.org"),
                        Party.contact("maria", null, null).as("distributor"));
        assertThat(record.charset()).isEqualTo("utf8");
        assertThat(record.crs()).isEqualTo("EPSG:4326");
        assertThat(record.representation()).isEqualTo(new Representation.Vector("point", 10));
    }

    @Test
    void the_owners_description_comes_before_the_defaults_but_not_before_the_title_of_the_layer() {
        SamplePublication sample = shapefile();
        IsoRecord record = record(DEFAULTS, sample.inspection(with(sample.trueInspection(), told())));

        assertThat(record.title()).isEqualTo("Roads");
        assertThat(record.summary()).isEqualTo("Their abstract");
        assertThat(record.purpose()).isEqualTo("Their purpose");
        assertThat(record.topics()).containsExactly("oceans");
        assertThat(record.dataLanguage()).isEqualTo("fre");
        assertThat(record.keywords().get(0)).isEqualTo(new Keywords(List.of("a", "b"), null));
        assertThat(record.dates())
                .containsExactly(
                        new CitedDate(LocalDate.of(2020, 2, 3), "revision"),
                        new CitedDate(LocalDate.of(2026, 1, 2), "publication"));
        assertThat(record.constraints().use()).containsExactly("Their licence");
        assertThat(record.constraints().access()).containsExactly("no limitations to public access");
        assertThat(record.scale()).isEqualTo(5000L);
        assertThat(record.contact()).contains(Party.contact("Ann", "Office", "ann@example.org"));
        assertThat(record.lineage()).startsWith("Their lineage\nReceived by Batch Uploader from maria");
    }

    @Test
    void lineage_says_from_whom_and_what_was_repaired() {
        SamplePublication sample = shapefile();
        Inspection found = sample.trueInspection();

        assertThat(record(NONE, sample).lineage())
                .isEqualTo(
                        "Received by Batch Uploader from maria as roads.cpg, roads.dbf, roads.prj, roads.shp, roads.shx"
                                + " (ESRI Shapefile) and published on 2026-01-02; nothing was repaired.");
        IsoRecord repaired = record(
                NONE,
                sample.inspection(new Inspection(
                        found.format(),
                        found.vector(),
                        null,
                        found.extent(),
                        found.geographicExtent(),
                        found.crs(),
                        List.of(
                                Problem.of(ProblemCode.SHX_REBUILT, "The index was made anew."),
                                Problem.of(ProblemCode.CHARSET_GUESSED, "Guessed.")))));
        assertThat(repaired.lineage()).endsWith("; repaired: The index was made anew.");
    }

    @Test
    void services_are_named_by_their_address_and_layer_for_geonetworks_buttons() {
        IsoRecord record = record(
                DEFAULTS,
                shapefile()
                        .links(
                                new Link(
                                        "wms",
                                        "https://gs.example/up/wms?service=WMS&version=1.3.0&request=GetCapabilities&map=a",
                                        "up:roads"),
                                new Link(
                                        "wfs",
                                        "https://gs.example/up/wfs?SERVICE=WFS&request=GetCapabilities",
                                        "up:roads"),
                                new Link("page", "/layers/roads", "Roads"),
                                new Link("original", "/layers/roads/original", "As delivered"),
                                new Link("thumbnail", "/layers/roads/thumbnail.png", "Picture")));

        assertThat(record.online())
                .extracting(OnlineResource::linkage, OnlineResource::protocol, OnlineResource::name)
                .containsExactly(
                        tuple("https://gs.example/up/wms?map=a", "OGC:WMS", "up:roads"),
                        tuple("https://gs.example/up/wfs", "OGC:WFS", "up:roads"),
                        tuple("https://maps.example/up/layers/roads", "WWW:LINK-1.0-http--link", "Roads"),
                        tuple(
                                "https://maps.example/up/layers/roads/original",
                                "WWW:DOWNLOAD-1.0-http--download",
                                "As delivered"));
        assertThat(record.thumbnail()).isEqualTo("https://maps.example/up/layers/roads/thumbnail.png");
    }

    @Test
    void a_relative_link_without_a_public_address_is_left_away() {
        IsoRecord record = record(NONE, shapefile().links(new Link("page", "/layers/roads", "Roads")));

        assertThat(record.online()).isEmpty();
    }

    @Test
    void an_image_has_its_grid_and_the_size_of_a_pixel_on_the_ground() {
        IsoRecord record = record(NONE, SamplePublication.geoTiff(temp));

        assertThat(record.representation()).isInstanceOfSatisfying(Representation.Grid.class, grid -> {
            assertThat(grid.columns()).isEqualTo(8);
            assertThat(grid.metres()).isPositive();
        });
        assertThat(record.formats()).containsExactly("GeoTIFF");
        assertThat(record.charset()).isNull();
    }
}
