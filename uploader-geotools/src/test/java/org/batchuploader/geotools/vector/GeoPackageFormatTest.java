package org.batchuploader.geotools.vector;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.batchuploader.core.inspect.Discovery.Found;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.testkit.sample.Damage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoPackageFormatTest {
    @TempDir
    private Path folder = Path.of("");

    private Delivery delivery = new Delivery(folder);

    @BeforeEach
    void begin() {
        delivery = new Delivery(folder);
    }

    private SampleGeoPackage sample() {
        return new SampleGeoPackage(folder.resolve("town.gpkg"));
    }

    @Test
    void every_layer_is_a_dataset_and_a_mixed_one_is_one_of_each_family() throws IOException, SQLException {
        List<Found> found = delivery.found(sample().write(3, 10));

        assertThat(found).extracting(Found::name).containsExactly("Straßen", "things_points", "things_polygons");
        assertThat(found).extracting(Found::origin).startsWith("town.gpkg/Straßen");
        Inspection roads = delivery.inspect(found.get(0));
        assertThat(requireNonNull(roads.crs()).code()).isEqualTo("EPSG:2056");
        assertThat(roads.extent()).isEqualTo(new Envelope(2600001, 1200000, 2600013, 1200020));
        assertThat(requireNonNull(roads.vector()).fields())
                .extracting(Field::name)
                .containsExactly("fid_", "name", "width", "paved", "built", "note");
        assertThat(requireNonNull(roads.vector()).fields())
                .extracting(Field::type)
                .containsExactly("integer", "string", "number", "boolean", "date", "string");
        assertThat(delivery.published(found.get(0)))
                .contains("\"fid_\":2,\"name\":\"Zürich 2\",\"width\":2.0,\"paved\":true,\"built\":\"2020-01-31\"");
        assertThat(delivery.published(found.get(2))).contains("\"id\":2", "\"Polygon\"");
    }

    @Test
    void rows_beyond_a_page_small_pages_and_utf_16_are_read() throws IOException, SQLException {
        Path file = sample().pages(512, "UTF-16be").write(3000, 1500);

        Found roads = delivery.found(file).get(0);

        assertThat(requireNonNull(delivery.inspect(roads).vector()).count()).isEqualTo(3000);
        assertThat(Delivery.codes(delivery.inspect(roads))).contains(ProblemCode.CONTENT_CUT);
    }

    @Test
    void a_geopackage_that_is_cut_off_is_damaged() throws IOException, SQLException {
        Inspection inspection = delivery.inspect(Damage.cutInHalf(sample().write(200, 100)));

        assertThat(Delivery.sentences(inspection).get(0)).startsWith("town.gpkg is cut off");
    }

    @Test
    void whatever_byte_is_wrong_comes_back_as_a_problem() throws IOException, SQLException {
        byte[] whole = Files.readAllBytes(sample().pages(512, "UTF-8").write(30, 600));
        Random random = new Random(7);
        Path file = folder.resolve("broken.gpkg");
        for (int i = 0; i < 400; i++) {
            byte[] broken = whole.clone();
            for (int b = 0; b <= i % 8; b++) {
                broken[random.nextInt(i % 2 == 0 ? 4096 : broken.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, broken);
            for (Found found : delivery.found(file)) {
                Inspection inspection = delivery.inspect(found);
                assertThat(inspection.vector() != null || !inspection.problems().isEmpty())
                        .isTrue();
            }
        }
    }

    @Test
    void a_page_that_refers_to_itself_ends_nowhere_but_in_a_problem() throws IOException, SQLException {
        Path file = sample().pages(512, "UTF-8").write(3000, 10);
        byte[] bytes = Files.readAllBytes(file);
        for (int page = 1; page < bytes.length / 512; page++) {
            if (bytes[page * 512] == 5) {
                Damage.overwriteInt(file, page * 512L + 8, page + 1);
            }
        }

        assertThat(delivery.inspect(delivery.found(file).get(0)).problems()).anyMatch(problem -> problem.isBlocking());
    }

    @Test
    void another_database_is_no_geopackage() throws IOException {
        assertThat(Delivery.codes(delivery.inspect(delivery.file("x.gpkg", "SQLite is fine"))))
                .hasSize(1);
        assertThat(delivery.inspect(Damage.replaceByJpeg(folder.resolve("y.gpkg")))
                        .problems())
                .extracting(problem -> problem.code())
                .containsExactly(ProblemCode.FORMAT_UNSUPPORTED);
    }
}
