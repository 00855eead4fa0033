package org.batchuploader.benchmarks.fuzz;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.batchuploader.testkit.sample.SampleCrs;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;

/** Sound files to begin with, made by the testkit, and those of a folder besides. */
final class Seeds {
    private static final int[] TYPES = {
        SampleShapefile.POINT, SampleShapefile.LINE, SampleShapefile.POLYGON, SampleShapefile.MULTI_POINT
    };

    private Seeds() {}

    /** The files that go with the one that is fuzzed. */
    static List<Path> companions(Target target, Path folder) throws IOException {
        return switch (target) {
            case TIFF, ZIP -> List.of();
            default ->
                SampleShapefile.polygons("towns").crs(null).text("Malmö").rows(3).writeTo(folder).stream()
                        .filter(file -> !file.toString().endsWith("." + target.extension()))
                        .toList();
        };
    }

    /** Writes them into {@code corpus}, an existing folder; {@code more} is searched for files of the same extension. */
    static void write(Target target, Path corpus, List<Path> more) throws IOException {
        Path work = Files.createTempDirectory("seeds");
        int number = 0;
        for (Path made : made(target, work)) {
            Files.copy(made, corpus.resolve("made-" + number++));
        }
        for (Path folder : more) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                    if (name.endsWith("." + target.extension()) && Files.size(file) <= target.longest()) {
                        Files.copy(file, corpus.resolve("given-" + number++));
                    }
                }
            }
        }
    }

    private static List<Path> made(Target target, Path work) throws IOException {
        return switch (target) {
            case SHP, DBF -> shapefiles(target, work);
            case PRJ -> definitions(work);
            case TIFF -> images(work);
            case ZIP -> archives(work);
        };
    }

    private static List<Path> shapefiles(Target target, Path work) throws IOException {
        var files = new ArrayList<Path>();
        for (int type : TYPES) {
            for (int dimension : new int[] {0, SampleShapefile.Z, SampleShapefile.M}) {
                Path folder = Files.createTempDirectory(work, "shapes");
                SampleShapefile.of("towns", type + dimension)
                        .rows(4)
                        .charset(dimension == 0 ? StandardCharsets.UTF_8 : Charset.forName("windows-1251"))
                        .text(dimension == 0 ? "Łódź" : "Тула")
                        .writeTo(folder)
                        .stream()
                        .filter(file -> file.toString().endsWith("." + target.extension()))
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static List<Path> definitions(Path work) throws IOException {
        var files = new ArrayList<Path>();
        for (String text : List.of(
                SampleCrs.WGS_84,
                SampleCrs.NAD_27,
                SampleCrs.NAD_83_UTM_17N,
                SampleCrs.WEB_MERCATOR,
                SampleCrs.SWISS_LV95,
                "EPSG:4326",
                "+proj=utm +zone=32 +datum=WGS84 +units=m +no_defs",
                "GEOGCRS[\"WGS 84\",DATUM[\"World Geodetic System 1984\",ELLIPSOID[\"WGS 84\",6378137,298.257223563]],"
                        + "CS[ellipsoidal,2],AXIS[\"latitude\",north],AXIS[\"longitude\",east],"
                        + "ANGLEUNIT[\"degree\",0.0174532925199433],ID[\"EPSG\",4326]]")) {
            files.add(Files.writeString(Files.createTempFile(work, "crs", ".prj"), text));
        }
        return files;
    }

    private static List<Path> images(Path work) throws IOException {
        return List.of(
                SampleGeoTiff.named("a.tif").size(8, 8).writeTo(work),
                SampleGeoTiff.named("b.tif").size(8, 8).bigTiff().writeTo(work),
                SampleGeoTiff.named("c.tif").size(8, 8).projected(2056).writeTo(work),
                SampleGeoTiff.named("d.tif").size(8, 8).withoutCrs().writeTo(work));
    }

    private static List<Path> archives(Path work) throws IOException {
        List<Path> files = SampleShapefile.points("towns").rows(3).writeTo(work);
        return List.of(
                new SampleZip().files(files).writeTo(work.resolve("a.zip")),
                new SampleZip()
                        .files("north/", files)
                        .symbolicLink("link", "/etc")
                        .writeTo(work.resolve("b.zip")),
                new SampleZip()
                        .names(Charset.forName("IBM866"))
                        .entry("Тула.shp", (byte) 0)
                        .writeTo(work.resolve("c.zip")),
                new SampleZip().zeros("zeros.shp", 1 << 16).overlapping().writeTo(work.resolve("d.zip")));
    }
}
