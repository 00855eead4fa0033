package org.batchuploader.geotools.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.inspect.Desk;
import org.batchuploader.testkit.sample.Damage;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedShapefileTest {
    @TempDir
    private Path folder = Path.of("");

    private Inspection inspect(List<Path> files) throws IOException {
        return new Desk(new GeoToolsInspector(), folder).inspect(files, Correction.NONE);
    }

    private Problem only(List<Path> files) throws IOException {
        assertThat(inspect(files).problems()).hasSize(1);
        return inspect(files).problems().get(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 8, 11, 13, 15, 18, 21, 23, 25, 28})
    void reads_every_shape_type(int type) throws IOException {
        Inspection inspection = inspect(SampleShapefile.of("shapes", type).writeTo(folder));

        assertThat(inspection.problems()).isEmpty();
        assertThat(Objects.requireNonNull(inspection.vector()).geometryType())
                .isEqualTo(ShapeType.of(type).orElseThrow().title());
    }

    @Test
    void says_that_a_picture_is_no_shapefile() throws IOException {
        List<Path> files = SampleShapefile.points("roads").writeTo(folder);
        Damage.replaceByJpeg(files.get(0));

        assertThat(only(files).code()).isEqualTo(ProblemCode.FORMAT_UNSUPPORTED);
        assertThat(only(files).sentence()).contains("JPEG");
    }

    @Test
    void says_which_record_is_damaged_and_where() throws IOException {
        List<Path> files = SampleShapefile.points("roads").writeTo(folder);
        Damage.overwriteInt(files.get(0), 100 + 28 + 4, 0x7FFFFFFF);

        assertThat(only(files).code()).isEqualTo(ProblemCode.RECORD_DAMAGED);
        assertThat(only(files).sentence()).contains("Record 2", "byte 128");
    }

    @Test
    void does_not_believe_a_number_of_points() throws IOException {
        List<Path> files = SampleShapefile.polygons("lots").writeTo(folder);
        Damage.overwriteInt(files.get(0), 108 + 40, 0x7FFFFFFF);

        assertThat(only(files).code()).isEqualTo(ProblemCode.RECORD_DAMAGED);
    }

    @Test
    void goes_on_with_an_index_that_points_elsewhere() throws IOException {
        List<Path> files = SampleShapefile.points("roads").writeTo(folder);
        Damage.shiftIndex(files.get(1));

        assertThat(only(files).code()).isEqualTo(ProblemCode.SHX_REBUILT);
    }

    @Test
    void calls_a_table_with_fewer_rows_damaged() throws IOException {
        List<Path> files = SampleShapefile.points("roads").rows(100).writeTo(folder);
        Damage.cutInHalf(files.get(2));

        assertThat(only(files).code()).isEqualTo(ProblemCode.RECORD_DAMAGED);
        assertThat(only(files).sentence()).contains("100 shapes");
    }

    @Test
    void leaves_the_file_free_to_be_deleted() throws IOException {
        List<Path> files = SampleShapefile.points("roads").rows(5000).writeTo(folder);

        assertThat(inspect(files).problems()).isEmpty();

        assertThat(Files.deleteIfExists(files.get(0))).isTrue();
    }

    @Test
    void guesses_the_charset_by_the_bytes() throws IOException {
        SampleShapefile towns = SampleShapefile.points("towns").text("Malmö").undeclared();
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            Inspection inspection = inspect(towns.charset(charset).writeTo(folder));

            assertThat(inspection.problems()).extracting(Problem::code).containsExactly(ProblemCode.CHARSET_GUESSED);
            assertThat(Objects.requireNonNull(inspection.vector()).sample().get(0))
                    .contains("Malmö 1");
        }
    }

    @Test
    void asks_for_the_charset_when_the_declared_one_cannot_be() throws IOException {
        List<Path> files = SampleShapefile.points("towns")
                .text("Malmö")
                .charset(StandardCharsets.ISO_8859_1)
                .writeTo(folder);
        Files.writeString(files.get(4), "UTF-8");

        assertThat(only(files).code()).isEqualTo(ProblemCode.CHARSET_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1252", "ANSI 1252", "cp1252", "windows-1252", "WINDOWS_1252"})
    void understands_the_spellings_of_a_charset(String spelling) {
        assertThat(CharsetNames.find(spelling)).contains(Charset.forName("windows-1252"));
        assertThat(CharsetNames.find("88591")).contains(StandardCharsets.ISO_8859_1);
        assertThat(CharsetNames.find("65001")).contains(StandardCharsets.UTF_8);
        assertThat(CharsetNames.find("klingon")).isEmpty();
    }
}
