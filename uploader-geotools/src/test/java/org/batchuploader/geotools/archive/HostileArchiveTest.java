package org.batchuploader.geotools.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.inspect.Desk;
import org.batchuploader.testkit.sample.Damage;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileArchiveTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(50, 20 << 20, 100, 1 << 20);

    @TempDir
    private Path folder = Path.of("");

    private Discovery open(Path zip) throws IOException {
        return new Desk(new GeoToolsInspector(LIMITS), folder).discover(List.of(zip));
    }

    private Discovery open(SampleZip zip) throws IOException {
        return open(zip.writeTo(folder.resolve("hostile.zip")));
    }

    private static void assertRefused(Discovery discovery, ProblemCode code) {
        assertThat(discovery.datasets()).isEmpty();
        assertThat(discovery.problems()).extracting(Problem::code).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../roads.shp", "a/../../roads.shp", "/etc/roads.shp", "C:\\roads.shp", "..\\roads.shp"})
    void refuses_names_that_lead_out_and_says_which(String name) throws IOException {
        Discovery discovery = open(new SampleZip().entry(name, (byte) 1));

        assertRefused(discovery, ProblemCode.ARCHIVE_DAMAGED);
        assertThat(discovery.problems().get(0).sentence()).contains("roads.shp");
    }

    @Test
    void refuses_symbolic_links() throws IOException {
        assertRefused(open(new SampleZip().symbolicLink("roads.shp", "/etc/passwd")), ProblemCode.ARCHIVE_DAMAGED);
    }

    @Test
    void refuses_encrypted_archives() throws IOException {
        assertRefused(open(new SampleZip().entry("roads.shp", (byte) 1).encrypted()), ProblemCode.ARCHIVE_ENCRYPTED);
    }

    @Test
    void refuses_an_entry_that_packs_too_well_before_it_is_all_unpacked() throws IOException {
        assertRefused(open(new SampleZip().zeros("roads.shp", 200 << 20)), ProblemCode.ARCHIVE_TOO_LARGE);
    }

    @Test
    void refuses_entries_that_share_their_bytes() throws IOException {
        assertRefused(
                open(new SampleZip()
                        .entry("a.shp", (byte) 1)
                        .entry("b.shp", (byte) 1)
                        .overlapping()),
                ProblemCode.ARCHIVE_DAMAGED);
    }

    @Test
    void refuses_too_many_entries() throws IOException {
        var zip = new SampleZip();
        for (int i = 0; i <= LIMITS.entries(); i++) {
            zip.entry("note" + i + ".txt");
        }
        assertRefused(open(zip), ProblemCode.ARCHIVE_TOO_LARGE);
    }

    @Test
    void looks_into_one_archive_within_but_not_deeper() throws IOException {
        Path inner = new SampleZip()
                .files(SampleShapefile.points("roads").writeTo(folder))
                .writeTo(folder.resolve("inner.zip"));
        Path middle = new SampleZip().files(List.of(inner)).writeTo(folder.resolve("middle.zip"));
        Path outer = new SampleZip().files(List.of(middle)).writeTo(folder.resolve("outer.zip"));

        assertThat(open(middle).datasets()).singleElement().satisfies(found -> assertThat(found.origin())
                .isEqualTo("middle.zip/inner.zip/roads"));
        assertRefused(open(outer), ProblemCode.ARCHIVE_TOO_LARGE);
    }

    @Test
    void calls_half_an_archive_damaged() throws IOException {
        Path zip = new SampleZip()
                .files(SampleShapefile.points("roads").writeTo(folder))
                .writeTo(folder.resolve("half.zip"));

        assertRefused(open(Damage.cutInHalf(zip)), ProblemCode.ARCHIVE_DAMAGED);
    }

    @Test
    void notices_bytes_that_changed_on_the_way() throws IOException {
        Path zip = new SampleZip()
                .files(SampleShapefile.points("roads").writeTo(folder))
                .writeTo(folder.resolve("bent.zip"));

        assertRefused(open(Damage.overwrite(zip, 80, (byte) 0x55, (byte) 0xAA)), ProblemCode.ARCHIVE_DAMAGED);
    }

    @Test
    void says_that_an_empty_archive_holds_no_dataset() throws IOException {
        assertRefused(open(new SampleZip()), ProblemCode.NO_DATASET);
        assertRefused(open(Files.writeString(folder.resolve("text.zip"), "no zip")), ProblemCode.ARCHIVE_DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "IBM437", "windows-1252"})
    void reads_names_in_the_charset_they_are_in(String charset) throws IOException {
        byte[] some = "x".getBytes(StandardCharsets.US_ASCII);

        Discovery discovery = open(new SampleZip()
                .names(Charset.forName(charset))
                .entry("Straßen_für_Köln.shp", some)
                .entry("Straßen_für_Köln.dbf", some));

        assertThat(discovery.datasets()).singleElement().satisfies(found -> assertThat(found.name())
                .isEqualTo("Straßen_für_Köln"));
    }
}
