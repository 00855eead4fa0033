package org.batchuploader.geotools.vector;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.Discovery.Found;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.testkit.sample.Damage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoJsonFormatTest {
    private static final String LOTS =
            """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","properties":{"name":"Zürich","pop":421878,"height":408.5,"open":true,"since":"2020-01-31"},
              "geometry":{"coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[1,1]]],"type":"Polygon"}},
             {"type":"Feature","properties":{"name":null,"pop":-3,"tags":{"a":[1,2]}},
              "geometry":{"type":"MultiPolygon","coordinates":[[[[5,5],[6,5],[6,6],[5,5]]],[[[7,7],[8,7],[8,8],[7,7]]]]}}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Delivery delivery = new Delivery(folder);

    @BeforeEach
    void begin() {
        delivery = new Delivery(folder);
    }

    @Test
    void tells_count_type_extent_fields_and_that_it_is_in_degrees() throws IOException {
        Inspection inspection = delivery.inspect(delivery.file("lots.geojson", LOTS));

        assertThat(inspection.format()).isEqualTo(Format.GEOJSON);
        assertThat(inspection.extent()).isEqualTo(new Envelope(0, 0, 8, 8));
        assertThat(requireNonNull(inspection.crs()).code()).isEqualTo("EPSG:4326");
        var vector = requireNonNull(inspection.vector());
        assertThat(vector.count()).isEqualTo(2);
        assertThat(vector.geometryType()).isEqualTo("Polygon");
        assertThat(vector.fields())
                .containsExactly(
                        new Field("name", "name", "string", 7, 0),
                        new Field("pop", "pop", "integer", 6, 0),
                        new Field("height", "height", "number", 0, 0),
                        new Field("open", "open", "boolean", 1, 0),
                        new Field("since", "since", "date", 0, 0),
                        new Field("tags", "tags", "string", 11, 0));
        assertThat(Delivery.codes(inspection)).containsExactly(ProblemCode.CONVERTED);
    }

    @Test
    void becomes_a_shapefile_with_the_same_content() throws IOException {
        String published = delivery.published(delivery.file("lots.geojson", LOTS));

        assertThat(published)
                .contains("\"name\":\"Zürich\",\"pop\":421878,\"height\":408.5,\"open\":true,\"since\":\"2020-01-31\"")
                .contains("\"coordinates\":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[1,1]]]")
                .contains("\"pop\":-3,\"height\":null,\"open\":null,\"since\":null,\"tags\":\"{\\\"a\\\":[1,2]}\"")
                .contains("\"MultiPolygon\"");
    }

    @Test
    void features_one_after_the_other_are_read_with_and_without_separators() throws IOException {
        String feature = "{\"type\":\"Feature\",\"properties\":{\"a\":%d},"
                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[8,47,400]}}\n";
        Path lines = delivery.file("lines.geojsonl", feature.formatted(1) + "\n" + feature.formatted(2));
        Path sequence =
                delivery.file("sequence.geojsons", "\u001E" + feature.formatted(1) + "\u001E" + feature.formatted(2));

        for (Path file : List.of(lines, sequence)) {
            var vector = requireNonNull(delivery.inspect(file).vector());
            assertThat(vector.count()).isEqualTo(2);
            assertThat(vector.geometryType()).isEqualTo("Point Z");
        }
    }

    @Test
    void the_crs_member_of_old_files_is_honoured() throws IOException {
        String old =
                """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
                 "geometry":{"type":"Point","coordinates":[2600000,1200000]}}],
                 "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2056"}}}
                """;

        Inspection inspection = delivery.inspect(delivery.file("old.json", old));

        assertThat(requireNonNull(inspection.crs()).code()).isEqualTo("EPSG:2056");
        assertThat(delivery.published(delivery.file("old.json", old))).contains("[7.4386", "46.9510");
    }

    @Test
    void coordinates_that_are_no_degrees_and_no_crs_wait_for_one() throws IOException {
        Path file = delivery.file("metres.geojson", "{\"type\":\"Point\",\"coordinates\":[2600000,1200000]}");

        assertThat(Delivery.codes(delivery.inspect(file))).contains(ProblemCode.CRS_MISSING);
        assertThat(Delivery.codes(delivery.inspect(Correction.crs("EPSG:2056"), file)))
                .doesNotContain(ProblemCode.CRS_MISSING);
    }

    @Test
    void points_lines_and_polygons_together_become_a_layer_each_and_none_is_lost() throws IOException {
        Path file = delivery.file(
                "mixed.geojson",
                """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[8,47]}},
                 {"type":"Feature","properties":{"a":2},"geometry":{"type":"LineString","coordinates":[[8,47],[9,48]]}},
                 {"type":"Feature","properties":{"a":3},"geometry":{"type":"GeometryCollection","geometries":[
                  {"type":"Point","coordinates":[1,2]},{"type":"Polygon","coordinates":[[[8,47],[9,47],[9,48],[8,47]]]}]}},
                 {"type":"Feature","properties":{"a":4},"geometry":null}]}
                """);

        List<Found> found = delivery.found(file);

        assertThat(found).extracting(Found::name).containsExactly("mixed_points", "mixed_lines", "mixed_polygons");
        assertThat(requireNonNull(delivery.inspect(found.get(0)).vector()).count())
                .isEqualTo(2);
        assertThat(delivery.published(found.get(1))).contains("\"a\":2").doesNotContain("\"a\":1");
        assertThat(Delivery.sentences(delivery.inspect(found.get(2))))
                .contains("1 features have no geometry and are left out.");
    }

    @Test
    void long_names_and_long_texts_are_reported() throws IOException {
        String feature =
                "{\"type\":\"Feature\",\"properties\":{\"a very long name\":1,\"a very long nose\":2,\"t\":\"%s\"},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[8,47]}}";
        Path file = delivery.file("long.geojson", feature.formatted("ä".repeat(200)));

        Inspection inspection = delivery.inspect(file);

        assertThat(requireNonNull(inspection.vector()).fields())
                .extracting(Field::name)
                .containsExactly("a_very_lon", "a_very_l_2", "t");
        assertThat(Delivery.codes(inspection)).contains(ProblemCode.NAME_CHANGED, ProblemCode.CONTENT_CUT);
        assertThat(delivery.published(file)).contains("\"t\":\"" + "ä".repeat(127) + "\"");
    }

    @Test
    void a_file_that_is_cut_off_is_damaged() throws IOException {
        Path file = Damage.cutInHalf(delivery.file("lots.geojson", LOTS));

        Inspection inspection = delivery.inspect(file);

        assertThat(Delivery.codes(inspection)).containsExactly(ProblemCode.RECORD_DAMAGED);
        assertThat(Delivery.sentences(inspection).get(0)).contains("lots.geojson is cut off");
    }

    @Test
    void nonsense_in_place_of_coordinates_is_damaged() throws IOException {
        for (String coordinates :
                List.of("\"x\"", "[1]", "[[1,2]]", "[\"a\",\"b\"]", "[1,null]", "[[[[[[[1,2]]]]]]]", "[1e999,2]")) {
            Path file = delivery.file("bad.geojson", "{\"type\":\"Point\",\"coordinates\":%s}".formatted(coordinates));
            assertThat(delivery.inspect(file).problems()).as(coordinates).anyMatch(problem -> problem.isBlocking());
        }
    }

    @Test
    void lists_nested_without_end_are_refused() throws IOException {
        Path file = delivery.file("deep.geojson", "{\"type\":\"Feature\",\"properties\":" + "{\"a\":".repeat(100_000));

        assertThat(Delivery.codes(delivery.inspect(file))).containsExactly(ProblemCode.RECORD_DAMAGED);
    }

    @Test
    void text_that_is_not_in_utf_8_waits_for_its_charset() throws IOException {
        Path file = folder.resolve("latin.geojson");
        Files.write(
                file,
                "{\"type\":\"Feature\",\"properties\":{\"n\":\"Zürich\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[8,47]}}"
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Delivery.codes(delivery.inspect(file))).containsExactly(ProblemCode.CHARSET_INVALID);
        assertThat(delivery.published(Correction.charset("ISO-8859-1"), file)).contains("Zürich");
    }

    @Test
    void other_json_is_not_supported() throws IOException {
        assertThat(Delivery.codes(delivery.inspect(delivery.file("t.json", "{\"type\":\"Topology\",\"arcs\":[]}"))))
                .containsExactly(ProblemCode.FORMAT_UNSUPPORTED);
        assertThat(Delivery.codes(delivery.inspect(delivery.file("l.json", "[1,2]"))))
                .containsExactly(ProblemCode.FORMAT_UNSUPPORTED);
        assertThat(Delivery.codes(delivery.inspect(
                        delivery.file("e.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}"))))
                .containsExactly(ProblemCode.EMPTY_DATASET);
    }
}
