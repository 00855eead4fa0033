package org.batchuploader.geotools.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.inspect.Desk;
import org.batchuploader.testkit.sample.Damage;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnNamesTest {
    private static final GeoToolsInspector INSPECTOR = new GeoToolsInspector();
    private static final int SECOND_COLUMN = 64;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void leaves_safe_names_and_fit_files_alone() throws IOException {
        DatasetFiles files = files(SampleShapefile.points("towns").writeTo(folder));

        Inspection inspection = inspect(files);

        assertThat(inspection.problems()).isEmpty();
        assertThat(prepared(files, inspection).files()).isEqualTo(files.files());
    }

    @Test
    void publishes_under_safe_names_and_keeps_the_old_ones_as_titles() throws IOException {
        Charset western = Charset.forName("windows-1252");
        DatasetFiles files =
                files(named("Größe m²", western, SampleShapefile.points("towns").charset(western)));

        Inspection inspection = inspect(files);
        DatasetFiles prepared = prepared(files, inspection);

        assertThat(fields(inspection).get(1))
                .returns("Grosse_m2", Field::name)
                .returns("Größe m²", Field::originalName);
        assertThat(inspection.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.NAME_CHANGED);
            assertThat(problem.sentence()).contains("\"Größe m²\" -> Grosse_m2");
        });
        assertThat(fields(inspect(prepared))).extracting(Field::originalName).contains("Grosse_m2");
        assertThat(inspect(prepared).problems()).isEmpty();
        assertThat(Objects.requireNonNull(inspect(prepared).vector()).sample())
                .isEqualTo(Objects.requireNonNull(inspection.vector()).sample());
    }

    @Test
    void says_in_the_prepared_files_which_character_set_was_found() throws IOException {
        Charset cyrillic = Charset.forName("windows-1251");
        DatasetFiles files = files(named(
                "select",
                cyrillic,
                SampleShapefile.points("towns")
                        .charset(cyrillic)
                        .text("Нижний Новгород")
                        .undeclared()));

        DatasetFiles prepared = prepared(files, inspect(files));

        assertThat(prepared.find("cpg").orElseThrow().path()).hasContent("windows-1251");
        assertThat(fields(inspect(prepared))).extracting(Field::name).contains("select_");
    }

    private List<Path> named(String column, Charset charset, SampleShapefile sample) throws IOException {
        List<Path> files = sample.writeTo(folder);
        byte[] name = Arrays.copyOf(column.getBytes(charset), 11);
        Damage.overwrite(files.get(2), SECOND_COLUMN, name);
        return files;
    }

    private static List<Field> fields(Inspection inspection) {
        return Objects.requireNonNull(inspection.vector()).fields();
    }

    private static DatasetFiles files(List<Path> paths) {
        return new DatasetFiles(
                "towns",
                paths.stream()
                        .map(path -> new SourceFile(path.getFileName().toString(), path))
                        .toList());
    }

    private static Inspection inspect(DatasetFiles files) throws IOException {
        return INSPECTOR.inspect(files, Correction.NONE, CrsHabits.NONE);
    }

    private DatasetFiles prepared(DatasetFiles files, Inspection inspection) throws IOException {
        Path blobs = Files.createDirectories(folder.resolve("blobs"));
        return new Desk(INSPECTOR, blobs).prepared(files, inspection, Correction.NONE);
    }
}
