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
            case TIFF, ZIP, CSV -> List.of();
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
            case CSV -> tables(work);
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

    private static List<Path> tables(Path work) throws IOException {
        var files = new ArrayList<Path>();
        for (String text : List.of(
                "name,Latitude,Longitude,zip\n\"a, \"\"b\"\"\",47.5,8.25,0012\nc,46,7,3000\n",
                "Ort;Rechtswert;Hochwert;Wert\nZürich;2683000,5;1247000,25;1,5\nGenève;2500000;1118000;2\n",
                "id\tthe_geom\n1\tPOLYGON ((0 0, 4 0, 4 4, 0 0))\n2\tMULTIPOLYGON (((5 5, 6 5, 6 6, 5 5)))\n",
                "wkt|n\n\"SRID=2056;LINESTRING Z (0 0 1, 4 0 2)\"|1\n\"GEOMETRYCOLLECTION(POINT(1 2))\"|\n",
                "1.5,2.5,Łódź\r\n3.5,4.5,Тула\r\n")) {
            files.add(Files.writeString(Files.createTempFile(work, "table", ".csv"), text));
        }
        String western = "x,y,town\n8,47,Zürich\n6,46,Genève\n";
        for (Charset charset : List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_16)) {
            files.add(Files.write(Files.createTempFile(work, "table", ".csv"), western.getBytes(charset)));
        }
        return files;
    }
}
