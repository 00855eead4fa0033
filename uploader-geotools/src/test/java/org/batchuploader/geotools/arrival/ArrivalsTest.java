package org.batchuploader.geotools.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.ArrivalRefused;
import org.batchuploader.core.inspect.FirstLook;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.geotools.archive.ArchiveLimits;
import org.batchuploader.testkit.sample.Damage;
import org.batchuploader.testkit.sample.SampleArchive;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.batchuploader.testkit.sample.SamplePicture;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalsTest {
    private static final byte[] PROGRAM = program();

    @TempDir
    private Path folder = Path.of("");

    /** The first refusal, with the bytes that were seen until then. */
    private record Verdict(Problem problem, int seen) {}

    private static Optional<Verdict> look(String name, byte[] bytes, int step) {
        FirstLook look = new GeoToolsInspector(ArchiveLimits.DEFAULT).look(name);
        int at = 0;
        try {
            for (; at < bytes.length; at += step) {
                look.see(ByteBuffer.wrap(bytes, at, Math.min(step, bytes.length - at)));
            }
            look.end();
            return Optional.empty();
        } catch (ArrivalRefused e) {
            return Optional.of(new Verdict(e.problem(), Math.min(bytes.length, at + step)));
        }
    }

    private static Verdict refusal(String name, byte[] bytes) {
        return look(name, bytes, 100).orElseThrow(() -> new AssertionError("not refused: " + name));
    }

    private static byte[] program() {
        ByteBuffer program = ByteBuffer.allocate(5000);
        program.put(0, "MZ".getBytes(StandardCharsets.US_ASCII)).put(60, (byte) 0x80);
        return program.put(0x80, "PE".getBytes(StandardCharsets.US_ASCII)).array();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"roads.shp", "roads.tif", "roads.zip", "roads.7z", "roads.png", "roads.tar.gz", "roads.shp.part"
            })
    void refuses_a_jpeg_that_is_called_something_else(String name) throws IOException {
        byte[] jpeg = Files.readAllBytes(Damage.replaceByJpeg(folder.resolve("any")));

        Verdict verdict = refusal(name, jpeg);

        assertThat(verdict.problem().code()).isEqualTo(ProblemCode.FORMAT_UNSUPPORTED);
        assertThat(verdict.problem().sentence()).contains(name).contains("JPEG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup.exe", "roads.shp", "roads.csv", "roads.zip"})
    void refuses_programs_whatever_they_are_called(String name) {
        assertThat(refusal(name, PROGRAM).problem().sentence()).contains("program");
    }

    @Test
    void decides_after_a_kilobyte_of_a_large_file() {
        assertThat(refusal("roads.shp", new byte[10 << 20]).seen()).isLessThan(2000);
    }

    @Test
    void refuses_an_encrypted_zip_at_its_first_header() throws IOException {
        Path zip =
                new SampleZip().entry("roads.shp", new byte[50_000]).encrypted().writeTo(folder.resolve("a.zip"));

        assertThat(refusal("a.zip", Files.readAllBytes(zip)).problem().code()).isEqualTo(ProblemCode.ARCHIVE_ENCRYPTED);
    }

    @Test
    void refuses_a_bomb_behind_other_entries_by_what_it_says_of_itself() throws IOException {
        Path zip = new SampleZip()
                .entry("readme.txt", "hello".getBytes(StandardCharsets.UTF_8))
                .zeros("roads.shp", 100 << 20)
                .writeTo(folder.resolve("a.zip"));

        Verdict verdict = refusal("a.zip", Files.readAllBytes(zip));

        assertThat(verdict.problem().code()).isEqualTo(ProblemCode.ARCHIVE_TOO_LARGE);
        assertThat(verdict.seen()).isLessThan(500);
    }

    @Test
    void refuses_deflate64_of_a_dataset_but_not_of_a_text_beside_it() throws IOException {
        byte[] dataset = Files.readAllBytes(
                new SampleZip().entry("roads.shp", new byte[10]).method(9).writeTo(folder.resolve("a.zip")));
        byte[] text = Files.readAllBytes(
                new SampleZip().entry("readme.txt", new byte[10]).method(9).writeTo(folder.resolve("b.zip")));

        assertThat(refusal("a.zip", dataset).problem().code()).isEqualTo(ProblemCode.FORMAT_UNSUPPORTED);
        assertThat(look("b.zip", text, 7)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"zip", "7z", "tar", "tar.gz", "tar.bz2", "tar.xz", "tgz"})
    void lets_every_archive_pass_that_we_open(String extension) throws IOException {
        Path archive = new SampleArchive()
                .files("", SampleShapefile.points("roads").writeTo(folder))
                .writeTo(folder.resolve("a." + extension));

        for (int step : List.of(1, 7, 4096)) {
            assertThat(look("a." + extension, Files.readAllBytes(archive), step))
                    .isEmpty();
        }
    }

    @Test
    void lets_sound_files_pass() throws IOException {
        List<Path> files = new ArrayList<>(SampleShapefile.points("roads").writeTo(folder));
        files.add(SampleGeoTiff.named("a.tif").writeTo(folder));
        files.add(SampleGeoTiff.named("b.tiff").bigTiff().writeTo(folder));
        files.add(SamplePicture.named("c.jpg").writeTo(folder));
        files.add(SamplePicture.named("d.png").writeTo(folder));

        for (Path file : files) {
            assertThat(look(file.getFileName().toString(), Files.readAllBytes(file), 64))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"roads.shx", "roads.dbf", "roads.prj", "roads.csv", "readme", "notes.txt"})
    void leaves_to_the_inspection_what_might_be_mended(String name) {
        byte[] junk = new byte[5000];
        Arrays.fill(junk, (byte) 'M');
        junk[1] = 'Z';

        assertThat(look(name, junk, 1000)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"roads.shp", "roads.zip", "roads.tif"})
    void leaves_files_to_the_inspection_that_end_too_early(String name) {
        assertThat(look(name, new byte[0], 1)).isEmpty();
        assertThat(look(name, new byte[] {1, 2}, 1)).isEmpty();
    }
}
