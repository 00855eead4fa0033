package org.batchuploader.geotools.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.inspect.Desk;
import org.batchuploader.testkit.sample.Damage;
import org.batchuploader.testkit.sample.SampleArchive;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives other than zips that mean harm, or came to it. */
class HostileTarTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(50, 20 << 20, 100, 1 << 20);

    @TempDir
    private Path folder = Path.of("");

    private Problem refusal(Path archive) throws IOException {
        Discovery discovery = new Desk(new GeoToolsInspector(LIMITS), folder).discover(List.of(archive));
        assertThat(discovery.datasets()).isEmpty();
        assertThat(discovery.problems()).hasSize(1);
        return discovery.problems().get(0);
    }

    private Path roads(String name) throws IOException {
        return new SampleArchive()
                .files("", SampleShapefile.points("roads").writeTo(folder))
                .writeTo(folder.resolve(name));
    }

    @ParameterizedTest
    @CsvSource({
        "a.tar, ../roads.shp",
        "a.tgz, a/../../roads.shp",
        "a.tar.xz, /etc/roads.shp",
        "a.7z, ../roads.shp",
        "a.7z, C:/roads.shp"
    })
    void refuses_names_that_lead_out_and_says_which(String archive, String name) throws IOException {
        Problem problem = refusal(new SampleArchive().entry(name, (byte) 1).writeTo(folder.resolve(archive)));

        assertThat(problem.code()).isEqualTo(ProblemCode.ARCHIVE_DAMAGED);
        assertThat(problem.sentence()).contains("roads.shp");
    }

    @Test
    void refuses_links() throws IOException {
        var symbolic = new SampleArchive().symbolicLink("roads.shp", "/etc/passwd");
        var hard = new SampleArchive().hardLink("roads.shp", "/etc/passwd");

        assertThat(refusal(symbolic.writeTo(folder.resolve("a.tar"))).sentence())
                .contains("link");
        assertThat(refusal(hard.writeTo(folder.resolve("b.tar"))).sentence()).contains("link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tar.gz", "a.tar.bz2", "a.tar.xz", "a.7z"})
    void refuses_what_packs_too_well_before_it_is_all_unpacked(String archive) throws IOException {
        Path bomb = new SampleArchive().entry("roads.shp", new byte[10 << 20]).writeTo(folder.resolve(archive));

        assertThat(refusal(bomb).code()).isEqualTo(ProblemCode.ARCHIVE_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tar.gz", "a.7z"})
    void counts_what_it_only_passes_by(String archive) throws IOException {
        Path bomb = new SampleArchive()
                .entry("notes.txt", new byte[10 << 20])
                .entry("roads.shp", (byte) 1)
                .writeTo(folder.resolve(archive));

        assertThat(refusal(bomb).code()).isEqualTo(ProblemCode.ARCHIVE_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tar", "a.7z"})
    void refuses_too_many_entries(String archive) throws IOException {
        var sample = new SampleArchive();
        for (int i = 0; i <= LIMITS.entries(); i++) {
            sample.entry("note" + i + ".txt", (byte) 1);
        }

        assertThat(refusal(sample.writeTo(folder.resolve(archive))).code()).isEqualTo(ProblemCode.ARCHIVE_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tar", "a.tar.gz", "a.tar.bz2", "a.tar.xz", "a.7z"})
    void calls_half_an_archive_damaged(String archive) throws IOException {
        assertThat(refusal(Damage.cutInHalf(roads(archive))).code()).isEqualTo(ProblemCode.ARCHIVE_DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tar.gz", "a.tar.bz2", "a.tar.xz", "a.7z"})
    void notices_bytes_that_changed_on_the_way(String archive) throws IOException {
        Path bent = Damage.overwrite(roads(archive), 120, (byte) 0x55, (byte) 0xAA, (byte) 0x55);

        assertThat(refusal(bent).code()).isEqualTo(ProblemCode.ARCHIVE_DAMAGED);
    }

    @Test
    void says_that_a_7z_has_a_password() throws IOException {
        Path secret = new SampleArchive()
                .entry("roads.shp", new byte[1000])
                .password("secret")
                .writeTo(folder.resolve("a.7z"));

        assertThat(refusal(secret).code()).isEqualTo(ProblemCode.ARCHIVE_ENCRYPTED);
    }

    @Test
    void refuses_a_dictionary_larger_than_the_memory_given() throws IOException {
        Path packed = roads("a.tar.xz");
        ByteBuffer header = ByteBuffer.wrap(Files.readAllBytes(packed), 12, 12).slice();
        header.order(ByteOrder.LITTLE_ENDIAN).put(4, (byte) 36);
        var crc = new CRC32();
        crc.update(header.slice(0, 8));
        header.putInt(8, (int) crc.getValue());
        byte[] block = new byte[12];
        header.get(0, block);

        Problem problem = refusal(Damage.overwrite(packed, 12, block));

        assertThat(problem.code()).isEqualTo(ProblemCode.ARCHIVE_TOO_LARGE);
        assertThat(problem.hint()).contains("dictionary");
    }

    @Test
    void does_not_hold_a_name_of_any_length() throws IOException {
        Path archive = new SampleArchive()
                .entry("a".repeat(100_000) + ".shp", (byte) 1)
                .writeTo(folder.resolve("a.tar"));

        assertThat(refusal(archive).code()).isEqualTo(ProblemCode.ARCHIVE_DAMAGED);
    }

    @Test
    void says_how_to_pack_anew_what_is_packed_in_a_way_not_supported() throws IOException {
        Path deflate64 =
                new SampleZip().entry("roads.shp", new byte[100]).method(9).writeTo(folder.resolve("a.zip"));
        Path rar = Files.writeString(folder.resolve("b.zip"), "Rar!\u001A\u0007\0 and so on", StandardCharsets.UTF_8);

        for (Path archive : List.of(deflate64, rar)) {
            Problem problem = refusal(archive);
            assertThat(problem.code()).isEqualTo(ProblemCode.FORMAT_UNSUPPORTED);
            assertThat(problem.hint()).contains("zip");
        }
        assertThat(refusal(deflate64).sentence()).contains("Deflate64");
    }

    @Test
    void says_that_a_vrt_only_points_elsewhere() throws IOException {
        Path vrt = Files.writeString(folder.resolve("hills.vrt"), "<VRTDataset/>");

        assertThat(refusal(vrt).code()).isEqualTo(ProblemCode.FORMAT_UNSUPPORTED);
        assertThat(refusal(vrt).hint()).contains("GeoTIFF");
        Path archive = new SampleZip().files(List.of(vrt)).writeTo(folder.resolve("a.zip"));
        assertThat(refusal(archive).code()).isEqualTo(ProblemCode.FORMAT_UNSUPPORTED);
    }
}
