package org.batchuploader.benchmarks.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.batchuploader.testkit.service.ApiClient;

/** What people send and how, all of which becomes layers. */
final class Deliveries {
    private static final List<String> EXTENSIONS = List.of("shp", "shx", "dbf", "prj");

    private final Sending sending;
    private final ApiClient api;
    private final Samples samples;

    Deliveries(Sending sending, ApiClient api, Samples samples) {
        this.sending = sending;
        this.api = api;
        this.samples = samples;
    }

    List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (List<Integer> order : orders(List.of(), EXTENSIONS.size())) {
            cases.add(inOrder("http", order));
            cases.add(inOrder("ftp", order));
        }
        cases.add(new Case("upper-case extensions over http", () -> upperCase("shout_http", sending::http)));
        cases.add(new Case("upper-case extensions over ftp", () -> upperCase("shout_ftp", sending::ftp)));
        cases.add(new Case("temporary names, renamed after each part", this::renamedParts));
        cases.add(new Case("temporary name of a zip, renamed", this::renamedZip));
        cases.add(new Case("lftp mirror -R of a tree", this::mirror));
        cases.add(new Case("lftp put -c after a cut", this::resumedByLftp));
        cases.add(new Case("curl -C after a cut over http", this::resumedByCurl));
        cases.add(new Case("a zip of three shapefiles in folders", this::threeInOne));
        cases.add(new Case("a GeoTIFF over http", () -> image("image_http.tif", sending::http)));
        cases.add(new Case("a GeoTIFF over ftp", () -> image("image_ftp.tiff", sending::ftp)));
        cases.add(new Case("no projection, then a correction", this::corrected));
        return cases;
    }

    /** A way to send a file under a name. */
    private interface Way {
        Tool.Result send(Path file, String name) throws IOException, InterruptedException;
    }

    private Case inOrder(String way, List<Integer> order) {
        String word = String.join(" ", order.stream().map(EXTENSIONS::get).toList());
        String base = way + "_" + word.replace(" ", "_");
        return new Case("loose parts over " + way + ": " + word, () -> {
            List<Path> parts = samples.parts(base);
            for (int part : order) {
                String name = base + "." + EXTENSIONS.get(part);
                acknowledged(
                        way.equals("http") ? sending.http(parts.get(part), name) : sending.ftp(parts.get(part), name));
            }
            return () -> Outcome.of(api, base + ".shp").published(1);
        });
    }

    private Case.End upperCase(String base, Way way) throws Exception {
        for (Path part : samples.parts(base)) {
            acknowledged(way.send(part, part.getFileName().toString().toUpperCase(Locale.ROOT)));
        }
        return () -> Outcome.of(api, base.toUpperCase(Locale.ROOT) + ".SHP").published(1);
    }

    private Case.End renamedParts() throws Exception {
        for (Path part : samples.parts("renamed")) {
            String name = part.getFileName().toString();
            acknowledged(sending.ftpThen(part, name + ".part", "RNFR " + name + ".part", "RNTO " + name));
        }
        return () -> Outcome.of(api, "renamed.shp").published(1);
    }

    private Case.End renamedZip() throws Exception {
        Path zip = samples.zip("renamed_zip");
        acknowledged(sending.ftpThen(zip, "renamed_zip.zip.tmp", "RNFR renamed_zip.zip.tmp", "RNTO renamed_zip.zip"));
        return () -> Outcome.of(api, "renamed_zip.zip").published(1);
    }

    private Case.End mirror() throws Exception {
        Path tree = samples.folder("mirrored");
        for (String base : List.of("tree_a", "tree_b", "tree_c")) {
            Path branch = Files.createDirectories(tree.resolve("folder " + base));
            SampleShapefile.polygons(base).writeTo(branch);
        }
        SampleGeoTiff.named("tree_d.tif").writeTo(tree);
        acknowledged(sending.lftp("mirror -R '" + tree + "' mirrored"));
        return () -> {
            for (String file : List.of("tree_a.shp", "tree_b.shp", "tree_c.shp", "tree_d.tif")) {
                Outcome.of(api, file).published(1);
            }
        };
    }

    private Case.End resumedByLftp() throws Exception {
        Path image = bigImage("resumed_ftp.tif");
        cut(sending.ftpCut(image, "resumed_ftp.tif"));
        acknowledged(sending.lftp("put -c '" + image + "'"));
        return () -> whole(image);
    }

    private Case.End resumedByCurl() throws Exception {
        Path image = bigImage("resumed_http.tif");
        cut(sending.httpCut(image, "resumed_http.tif"));
        long there = sending.httpOffset("resumed_http.tif");
        Case.require(there > 0 && there < Files.size(image), there + " bytes are said to be there");
        acknowledged(sending.httpFrom(image, "resumed_http.tif", there));
        return () -> whole(image);
    }

    private void whole(Path image) throws Exception {
        Outcome outcome = Outcome.of(api, image.getFileName().toString()).published(1);
        Case.require(outcome.hasSize(Files.size(image)), "the size is not that of the file sent");
    }

    private Case.End threeInOne() throws Exception {
        SampleZip zip = new SampleZip();
        for (String base : List.of("three_a", "three_b", "three_c")) {
            zip.files("data/" + base + "/", samples.parts(base));
        }
        acknowledged(sending.http(samples.zip("three", zip), "three.zip"));
        return () -> Outcome.of(api, "three.zip").published(3);
    }

    private Case.End image(String name, Way way) throws Exception {
        acknowledged(way.send(SampleGeoTiff.named(name).writeTo(samples.folder("images")), name));
        return () -> Outcome.of(api, name).published(1);
    }

    private Case.End corrected() throws Exception {
        List<Path> parts =
                SampleShapefile.points("unprojected").crs(null).undeclared().writeTo(samples.folder("unprojected"));
        for (Path part : parts) {
            acknowledged(sending.ftp(part, part.getFileName().toString()));
        }
        return () -> {
            Outcome waiting = Outcome.of(api, "unprojected.shp").endedAs("NEEDS_CORRECTION", "CRS_MISSING");
            Outcome end = waiting.corrected("{\"crs\":\"EPSG:4267\"}").published(1);
            Case.require(end.went("NEEDS_CORRECTION") && end.went("PUBLISHED"), "the history does not tell of both");
            Case.require(Outcome.of(api, "unprojected.shp").id().equals(waiting.id()), "there is a second upload");
        };
    }

    private Path bigImage(String name) throws IOException {
        return SampleGeoTiff.named(name).size(4000, 2000).writeTo(samples.folder("images"));
    }

    private static void acknowledged(Tool.Result result) throws Case.Wrong {
        boolean good = result.exitCode() == 0 && !result.output().matches("(?s).*[45]\\d\\d");
        Case.require(good, "not acknowledged: " + result.exitCode() + " " + result.output());
    }

    private static void cut(Tool.Result result) throws Case.Wrong {
        Case.require(result.exitCode() == Sending.CUT, "it was not cut: " + result.exitCode() + " " + result.output());
    }

    private static List<List<Integer>> orders(List<Integer> begun, int length) {
        if (begun.size() == length) {
            return List.of(begun);
        }
        List<List<Integer>> all = new ArrayList<>();
        for (int next = 0; next < length; next++) {
            if (!begun.contains(next)) {
                List<Integer> longer = new ArrayList<>(begun);
                longer.add(next);
                all.addAll(orders(longer, length));
            }
        }
        return all;
    }
}
