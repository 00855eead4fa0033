package org.batchuploader.geotools.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.inspect.Desk;
import org.batchuploader.testkit.sample.DamagedShapefile;
import org.batchuploader.testkit.sample.DamagedShapefile.Ending;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepairTest {
    private static final GeoToolsInspector INSPECTOR = new GeoToolsInspector();

    @TempDir
    private Path folder = Path.of("");

    static List<DamagedShapefile> damaged() {
        return DamagedShapefile.all();
    }

    static List<DamagedShapefile> mendable() {
        return damaged().stream().filter(d -> d.ending() != Ending.REFUSED).toList();
    }

    static List<DamagedShapefile> hopeless() {
        return damaged().stream().filter(d -> d.ending() == Ending.REFUSED).toList();
    }

    @Test
    void there_are_at_least_fifty_and_each_has_its_own_name() {
        assertThat(damaged()).hasSizeGreaterThanOrEqualTo(50);
        assertThat(damaged()).extracting(DamagedShapefile::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("mendable")
    void says_what_is_wrong_and_puts_it_right(DamagedShapefile damaged) throws IOException {
        DatasetFiles files = files(damaged.writeTo(Files.createDirectory(folder.resolve("damaged"))));

        Inspection found = inspect(files);
        DatasetFiles prepared = desk().prepared(files, found, Correction.NONE);
        Inspection again = inspect(prepared);

        assertThat(found.problems()).extracting(Problem::code).contains(damaged.code());
        assertThat(found.problems()).noneMatch(Problem::isBlocking);
        assertThat(again.problems()).isEmpty();
        DatasetFiles sound = files(damaged.sound().writeTo(Files.createDirectory(folder.resolve("sound"))));
        Inspection before = inspect(sound);
        assertThat(Objects.requireNonNull(again.vector()).count())
                .isEqualTo(Objects.requireNonNull(before.vector()).count());
        assertThat(again.extent()).isEqualTo(before.extent());
        assertThat(found.extent()).isEqualTo(before.extent());
        if (damaged.ending() == Ending.RESTORED) {
            assertThat(geoJson(prepared, again)).isEqualTo(geoJson(sound, before));
        }
    }

    @ParameterizedTest
    @MethodSource("hopeless")
    void publishes_nothing_where_data_is_gone(DamagedShapefile damaged) throws IOException {
        Inspection found = inspect(files(damaged.writeTo(folder)));

        assertThat(found.problems()).extracting(Problem::code).contains(damaged.code());
        assertThat(found.problems()).anyMatch(Problem::isBlocking);
    }

    @Test
    void leaves_alone_what_is_fit() throws IOException {
        for (int type : new int[] {1, 3, 5, 8, 11, 13, 15, 18, 21, 23, 25, 28, 31}) {
            DatasetFiles files = files(SampleShapefile.of("shapes" + type, type).writeTo(folder));

            assertThat(desk().prepared(files, inspect(files), Correction.NONE)).isEqualTo(files);
        }
    }

    @Test
    void repairs_heights_and_measures_with_their_points() throws IOException {
        for (int type : new int[] {3, 5, 8, 13, 15, 18, 23, 25, 28, 31}) {
            List<Path> written = SampleShapefile.of("shapes" + type, type).writeTo(folder);
            byte[] before = Files.readAllBytes(written.get(0));
            Files.delete(written.get(1));
            DatasetFiles files = files(List.of(written.get(0), written.get(2), written.get(3)));

            DatasetFiles prepared = desk().prepared(files, inspect(files), Correction.NONE);

            assertThat(Files.readAllBytes(prepared.find("shp").orElseThrow().path()))
                    .isEqualTo(before);
        }
    }

    private Desk desk() {
        return new Desk(INSPECTOR, folder);
    }

    private static DatasetFiles files(List<Path> paths) {
        return new DatasetFiles(
                "lots",
                paths.stream()
                        .map(path -> new SourceFile(path.getFileName().toString(), path))
                        .toList());
    }

    private static Inspection inspect(DatasetFiles files) throws IOException {
        return INSPECTOR.inspect(files, Correction.NONE, CrsHabits.NONE);
    }

    private static String geoJson(DatasetFiles files, Inspection inspection) throws IOException {
        var json = new ByteArrayOutputStream();
        INSPECTOR.geoJson(files, inspection, Long.MAX_VALUE, json);
        return json.toString(StandardCharsets.UTF_8);
    }
}
