package org.batchuploader.benchmarks.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.batchuploader.testkit.sample.Damage;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.batchuploader.testkit.service.ApiClient;

/** What nobody should send: each is told with its code, and nothing of it gets anywhere. */
final class Hostilities {
    private static final byte[] EVIL = {'e', 'v', 'i', 'l'};
    private static final int WIDTH_VALUE = 10 + 8;

    private final Sending sending;
    private final ApiClient api;
    private final Samples samples;
    private final Path target;

    /** @param target a folder that links and absolute paths point to */
    Hostilities(Sending sending, ApiClient api, Samples samples, Path target) {
        this.sending = sending;
        this.api = api;
        this.samples = samples;
        this.target = target;
    }

    List<Case> cases() {
        return List.of(
                archive("zip slip", "slip", new SampleZip().entry("../../../../evil.shp", EVIL), "ARCHIVE_DAMAGED"),
                archive(
                        "absolute path",
                        "absolute",
                        new SampleZip().entry(target + "/evil.shp", EVIL),
                        "ARCHIVE_DAMAGED"),
                archive(
                        "symbolic link",
                        "link",
                        new SampleZip().symbolicLink("evil", target.toString()).entry("evil/evil.shp", EVIL),
                        "ARCHIVE_DAMAGED"),
                hopeless("bomb", "ARCHIVE_TOO_LARGE", () -> samples.zip("bomb", bomb())),
                archive("42 kB bomb of overlapping entries", "overlapping", overlapping(), "ARCHIVE_DAMAGED"),
                hopeless(
                        "encrypted zip",
                        "ARCHIVE_ENCRYPTED",
                        () -> samples.zip(
                                "encrypted",
                                new SampleZip().entry("evil.shp", EVIL).encrypted())),
                new Case("truncated zip", this::truncated),
                new Case(".shp cut in half", this::half),
                hopeless(
                        ".shp that is a JPEG",
                        "FORMAT_UNSUPPORTED",
                        () -> Damage.replaceByJpeg(SampleShapefile.points("jpeg")
                                .writeTo(samples.folder("jpeg"))
                                .get(0))),
                new Case("tiff of absurd width", this::absurd),
                new Case("name of 300 bytes over http", () -> refused("x".repeat(296) + ".zip")),
                new Case("name of 300 bytes over ftp", this::longOverFtp),
                new Case("../ in a name over http", () -> refused("..%2Fevil.zip")),
                new Case("../ in a path over http", this::unnormalised),
                new Case("../ in a path over ftp", this::upwards),
                new Case("NUL byte in a name", () -> refused("evil%00.zip")),
                new Case("CON.zip", this::reserved),
                new Case("two owners with the same file name", this::sameName));
    }

    private static SampleZip bomb() {
        return new SampleZip().zeros("evil.shp", 200L << 20);
    }

    private static SampleZip overlapping() {
        SampleZip zip = new SampleZip();
        for (int i = 0; i < 250; i++) {
            zip.zeros("evil" + i + ".shp", 1 << 20);
        }
        return zip.overlapping();
    }

    private Case archive(String name, String base, SampleZip content, String code) {
        return new Case(name, () -> {
            Path zip = samples.zip(base, content);
            sending.http(zip, base + ".zip");
            return () -> Outcome.of(api, base + ".zip").endedAs("FAILED", code);
        });
    }

    private Case.End truncated() throws Exception {
        sending.ftp(Damage.cutInHalf(samples.zip("truncated")), "truncated.zip");
        return () -> Outcome.of(api, "truncated.zip").endedAs("FAILED", "ARCHIVE_DAMAGED");
    }

    private Case.End half() throws Exception {
        List<Path> parts = SampleShapefile.points("half").rows(100).undeclared().writeTo(samples.folder("half"));
        Damage.cutInHalf(parts.get(0));
        for (Path part : parts) {
            sending.ftp(part, part.getFileName().toString());
        }
        return () -> {
            Outcome end = Outcome.of(api, "half.shp");
            Case.require(end.codes().contains("RECORD_DAMAGED"), "expected RECORD_DAMAGED, got " + end);
        };
    }

    private interface Making {
        Path make() throws Exception;
    }

    /** Seen to be hopeless as it arrives: refused at both doors with its code, and nothing of it is kept. */
    private Case hopeless(String name, String code, Making making) {
        return new Case(name, () -> {
            Path file = making.make();
            String fileName = file.getFileName().toString();
            Tool.Result http = sending.http(file, fileName);
            Case.require(http.output().matches("(?s).*" + code + ".*4\\d\\d"), http.output());
            Tool.Result ftp = sending.ftp(file, fileName);
            Case.require(ftp.exitCode() != 0 && ftp.output().matches("(?s).*55[02]"), ftp.output());
            return () -> {};
        });
    }

    private Case.End absurd() throws Exception {
        Path tiff = SampleGeoTiff.named("absurd.tif").writeTo(samples.folder("absurd"));
        sending.http(Damage.overwriteInt(tiff, WIDTH_VALUE, 0x7FFFFF7F), "absurd.tif");
        return () -> Outcome.of(api, "absurd.tif").endedAs("FAILED", "RECORD_DAMAGED");
    }

    private Case.End refused(String name) throws Exception {
        Tool.Result answer = sending.http(samples.zip("refused"), name);
        Case.require(answer.output().contains("NAME_INVALID") && answer.output().endsWith("400"), answer.output());
        return () -> {};
    }

    private Case.End longOverFtp() throws Exception {
        Tool.Result answer = sending.ftp(samples.zip("refused"), "x".repeat(296) + ".zip");
        Case.require(answer.exitCode() != 0 && answer.output().endsWith("553"), answer.output());
        return () -> {};
    }

    private Case.End unnormalised() throws Exception {
        Tool.Result answer = sending.http(samples.zip("refused"), "../../../evil.zip");
        Case.require(answer.output().matches("(?s).*40[0459]"), answer.output());
        return () -> {};
    }

    /** Upwards from the root is the root, as in every jail. */
    private Case.End upwards() throws Exception {
        sending.ftp(samples.zip("upwards"), "..%2F..%2Fupwards.zip");
        sending.lftp("put '" + samples.zip("upwards") + "' -o ../../upwards.zip");
        return () -> Outcome.of(api, "upwards.zip").published(1);
    }

    private Case.End reserved() throws Exception {
        sending.http(samples.zip("reserved"), "CON.zip");
        return () -> Outcome.of(api, "CON.zip").published(1);
    }

    private Case.End sameName() throws Exception {
        Path zip = samples.zip("common");
        sending.http(zip, "common.zip");
        Outcome first = Outcome.of(api, "common.zip").published(1);
        Sending bert = sending.as(api, "bert", "bert-secret");
        bert.http(zip, "common.zip");
        return () -> {
            Outcome second = Outcome.of(api, "common.zip").published(1);
            Case.require(!second.id().equals(first.id()), "there is only one upload");
            Case.require(first.layers().equals(List.of("common")), "the first became " + first);
            Case.require(
                    second.layers().equals(List.of("common_2"))
                            && second.codes().contains("NAME_CHANGED"),
                    "the second became " + second);
        };
    }

    /** Files that should not be: whatever is named as hostile entries are. */
    static List<Path> evil(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.getFileName().toString().contains("evil"))
                    .toList();
        }
    }
}
