package org.batchuploader.testkit.sample;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shapefile to be written, laid out after ESRI's technical description of July 1998. Immutable; each method answers a
 * changed copy. The attributes are {@code ID} (integer), {@code NAME} (text), {@code HEIGHT} (two decimals),
 * {@code BUILT} (date) and {@code OPEN} (logical).
 *
 * @param shapeType ESRI's number of the shape type
 * @param crs text of the {@code .prj}, absent for none
 * @param charset the attributes' text is written in
 * @param declared whether a {@code .cpg} says so
 * @param extent minX, minY, maxX, maxY the features are spread over
 */
public record SampleShapefile(
        String base,
        int shapeType,
        @Nullable String crs,
        Charset charset,
        boolean declared,
        int languageDriver,
        long rows,
        String text,
        List<Double> extent) {
    public static final int POINT = 1;
    public static final int LINE = 3;
    public static final int POLYGON = 5;
    public static final int MULTI_POINT = 8;
    public static final int MULTI_PATCH = 31;
    /** To be added to a shape type for its kind with heights. */
    public static final int Z = 10;
    /** To be added to a shape type for its kind with measures. */
    public static final int M = 20;

    public SampleShapefile {
        extent = List.copyOf(extent);
    }

    public static SampleShapefile points(String base) {
        return of(base, POINT);
    }

    public static SampleShapefile lines(String base) {
        return of(base, LINE);
    }

    /** Polygons each of which has a hole. */
    public static SampleShapefile polygons(String base) {
        return of(base, POLYGON);
    }

    /** Ten features of that shape type in North Carolina, in degrees, EPSG:4326. */
    public static SampleShapefile of(String base, int shapeType) {
        return new SampleShapefile(
                base,
                shapeType,
                SampleCrs.WGS_84,
                StandardCharsets.UTF_8,
                true,
                0,
                10,
                "Name",
                List.of(-84.0, 34.0, -76.0, 36.5));
    }

    public SampleShapefile crs(@Nullable String wkt) {
        return new SampleShapefile(base, shapeType, wkt, charset, declared, languageDriver, rows, text, extent);
    }

    public SampleShapefile charset(Charset other) {
        return new SampleShapefile(base, shapeType, crs, other, declared, languageDriver, rows, text, extent);
    }

    /** Without {@code .cpg}. */
    public SampleShapefile undeclared() {
        return new SampleShapefile(base, shapeType, crs, charset, false, languageDriver, rows, text, extent);
    }

    /** With that language driver byte in the {@code .dbf}, {@code 0x03} for windows-1252. */
    public SampleShapefile languageDriver(int id) {
        return new SampleShapefile(base, shapeType, crs, charset, declared, id, rows, text, extent);
    }

    /** With so many features. They are streamed, so that there may be very many. */
    public SampleShapefile rows(long count) {
        return new SampleShapefile(base, shapeType, crs, charset, declared, languageDriver, count, text, extent);
    }

    /** With that text before the number in each {@code NAME}. */
    public SampleShapefile text(String name) {
        return new SampleShapefile(base, shapeType, crs, charset, declared, languageDriver, rows, name, extent);
    }

    public SampleShapefile within(double minX, double minY, double maxX, double maxY) {
        return new SampleShapefile(
                base, shapeType, crs, charset, declared, languageDriver, rows, text, List.of(minX, minY, maxX, maxY));
    }

    /** Writes all the files into an existing folder; answers {@code .shp}, {@code .shx}, {@code .dbf} and the optional ones. */
    public List<Path> writeTo(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        Path shp = folder.resolve(base + ".shp");
        Path shx = folder.resolve(base + ".shx");
        Path dbf = folder.resolve(base + ".dbf");
        new ShpWriter(shapeType, extent).write(shp, shx, rows);
        new DbfWriter(charset, languageDriver).write(dbf, rows, text);
        files.addAll(List.of(shp, shx, dbf));
        if (crs != null) {
            files.add(Files.writeString(folder.resolve(base + ".prj"), crs));
        }
        if (declared) {
            files.add(Files.writeString(folder.resolve(base + ".cpg"), charset.name()));
        }
        return List.copyOf(files);
    }
}
