package org.batchuploader.geotools.vector;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.testkit.sample.SampleCrs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFormatTest {
    @TempDir
    private Path folder = Path.of("");

    private Delivery delivery = new Delivery(folder);

    @BeforeEach
    void begin() {
        delivery = new Delivery(folder);
    }

    @Test
    void columns_for_longitude_and_latitude_speak_for_degrees_but_the_owner_decides() throws IOException {
        Path file =
                delivery.file("p.csv", "name,Latitude,Longitude,zip\n\"a, \"\"b\"\"\",47.5,8.25,0012\nc,46,7,3000\n");

        Inspection waiting = delivery.inspect(file);

        assertThat(Delivery.codes(waiting)).contains(ProblemCode.CRS_MISSING);
        assertThat(waiting.problems()
                        .get(waiting.problems().size() - 1)
                        .candidates()
                        .get(0)
                        .code())
                .isEqualTo("EPSG:4326");
        assertThat(delivery.published(Correction.crs("EPSG:4326"), file))
                .contains("\"name\":\"a, \\\"b\\\"\",\"Latitude\":47.5,\"Longitude\":8.25,\"zip\":\"0012\"")
                .contains("[8.25,47.5]");
    }

    @Test
    void semicolons_decimal_commas_and_western_text_are_found_out() throws IOException {
        Path file = Files.write(
                folder.resolve("p.csv"),
                "Ort;Rechtswert;Hochwert;Wert\nZürich;2683000,5;1247000,25;1,5\nGenève;2500000;1118000;2\n"
                        .getBytes(Charset.forName("windows-1252")));

        Inspection inspection = delivery.inspect(Correction.crs("EPSG:2056"), file);

        assertThat(requireNonNull(inspection.vector()).charset()).isEqualTo("windows-1252");
        assertThat(requireNonNull(inspection.vector()).fields())
                .extracting(Field::type)
                .containsExactly("string", "number", "number", "number");
        assertThat(requireNonNull(inspection.extent()).maxX()).isEqualTo(2683000.5);
        assertThat(Delivery.codes(inspection)).contains(ProblemCode.CHARSET_GUESSED);
        assertThat(delivery.published(Correction.crs("EPSG:2056"), file)).contains("Zürich", "\"Wert\":1.5");
    }

    @Test
    void text_of_any_old_windows_is_told_by_its_letters_and_the_owner_can_correct_it() throws IOException {
        String towns = "id;town;x;y\n1;Тула;37;54\n2;Калуга;36;54\n3;Рязань;39;54\n4;Владимир;40;56\n";
        Path file = Files.write(folder.resolve("t.csv"), towns.getBytes(Charset.forName("windows-1251")));

        Inspection guessed = delivery.inspect(Correction.crs("EPSG:4326"), file);

        assertThat(requireNonNull(guessed.vector()).charset()).isEqualTo("windows-1251");
        assertThat(Delivery.codes(guessed)).contains(ProblemCode.CHARSET_GUESSED);
        assertThat(delivery.published(Correction.crs("EPSG:4326"), file)).contains("Рязань");
        Correction chosen = Correction.crs("EPSG:4326").with(Correction.charset("KOI8-R"));
        assertThat(requireNonNull(delivery.inspect(chosen, file).vector()).charset())
                .isEqualTo("KOI8-R");
        assertThat(Delivery.codes(delivery.inspect(chosen, file))).doesNotContain(ProblemCode.CHARSET_GUESSED);
    }

    @Test
    void text_that_is_not_in_the_chosen_set_says_in_which_row_and_column() throws IOException {
        Path file = Files.write(
                folder.resolve("z.csv"),
                "town,x,y\nBern,7,46\nZürich,8,47\n".getBytes(Charset.forName("windows-1252")));

        Inspection inspection = delivery.inspect(Correction.crs("EPSG:4326").with(Correction.charset("UTF-8")), file);

        assertThat(Delivery.codes(inspection)).contains(ProblemCode.CHARSET_INVALID);
        assertThat(Delivery.sentences(inspection)).anyMatch(s -> s.contains("the text of \"town\" in row 2 of z.csv"));
    }

    @Test
    void a_byte_order_mark_is_believed_and_is_no_part_of_the_first_name() throws IOException {
        Inspection inspection =
                delivery.inspect(Correction.crs("EPSG:4326"), delivery.file("b.csv", "\uFEFFort,x,y\nZürich,8,47\n"));

        assertThat(requireNonNull(inspection.vector()).fields().get(0).name()).isEqualTo("ort");
        assertThat(Delivery.codes(inspection)).containsExactly(ProblemCode.CONVERTED);
    }

    @Test
    void a_prj_beside_it_says_the_crs_and_well_known_text_the_geometry() throws IOException {
        Path file = delivery.file(
                "w.tsv", "id\tthe_geom\n1\tPOLYGON ((0 0, 4 0, 4 4, 0 0))\n2\tMULTIPOLYGON (((5 5, 6 5, 6 6, 5 5)))\n");
        Path prj = delivery.file("w.prj", SampleCrs.WGS_84);

        Inspection inspection = delivery.inspect(file, prj);

        assertThat(requireNonNull(inspection.crs()).code()).isEqualTo("EPSG:4326");
        assertThat(requireNonNull(inspection.vector()).geometryType()).isEqualTo("Polygon");
        assertThat(delivery.published(file, prj)).contains("[[[0,0],[4,0],[4,4],[0,0]]]");
    }

    @Test
    void a_table_without_coordinates_says_what_it_lacks() throws IOException {
        Inspection inspection = delivery.inspect(delivery.file("t.csv", "name,value\na,1\n"));

        assertThat(Delivery.codes(inspection)).containsExactly(ProblemCode.NOT_GEOREFERENCED);
        assertThat(Delivery.sentences(inspection).get(0)).contains("longitude and latitude");
    }

    @Test
    void rows_that_do_not_fit_are_counted_with_the_first_ones_line() throws IOException {
        Inspection inspection = delivery.inspect(
                Correction.crs("EPSG:4326"), delivery.file("r.csv", "x,y,n\n1,2,a\n1,nowhere,b\n3,4\n\n5,6,c,d\n"));

        assertThat(Delivery.sentences(inspection))
                .anyMatch(
                        s -> s.startsWith("1 rows of r.csv have coordinates that are no numbers, the first on line 3"))
                .anyMatch(s -> s.startsWith("2 rows of r.csv have another number of cells"));
        assertThat(requireNonNull(inspection.vector()).count()).isEqualTo(4);
    }

    @Test
    void a_quote_that_is_never_closed_is_damage() throws IOException {
        Inspection inspection = delivery.inspect(delivery.file("q.csv", "x,y,n\n1,2,\"a\n3,4,b\n"));

        assertThat(Delivery.codes(inspection)).containsExactly(ProblemCode.RECORD_DAMAGED);
    }
}
