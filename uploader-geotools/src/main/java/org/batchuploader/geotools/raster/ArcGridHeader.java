package org.batchuploader.geotools.raster;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.RasterDescription;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/**
 * The lines that an ASCII grid begins with (Esri's and GDAL's descriptions of the format): size, lower left corner or the
 * middle of its cell, cell size, and the value that means none.
 */
record ArcGridHeader(PixelShape shape, Georeference georeference) {
    private static final int MAX_SIDE = 1_000_000;

    static ArcGridHeader read(SourceFile file) throws IOException, DamagedFile {
        try (var words = new AsciiNumbers(file)) {
            return begin(words, file.name());
        }
    }

    /** Reads all of the file, since only its numbers say whether they are whole and all there. */
    static ArcGridHeader scan(SourceFile file) throws IOException, DamagedFile {
        try (var words = new AsciiNumbers(file)) {
            ArcGridHeader header = begin(words, file.name());
            long cells = (long) header.shape.width() * header.shape.height();
            boolean whole = true;
            for (long i = 0; i < cells; i++) {
                double value = words.number();
                whole &= value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE;
                if (!words.next() && i < cells - 1) {
                    throw new DamagedFile("%s has %d cells and should have %d.".formatted(file.name(), i + 1, cells));
                }
            }
            return header.with(whole ? SampleKind.INT32 : SampleKind.FLOAT32);
        }
    }

    /** The header; the first cell is the word that {@code words} stands at. */
    static ArcGridHeader begin(AsciiNumbers words, String name) throws IOException, DamagedFile {
        Map<String, Double> keys = new HashMap<>();
        String noData = null;
        boolean more = words.next();
        while (more
                && Character.isLetter(words.text().charAt(0))
                && !words.text().toLowerCase(Locale.ROOT).startsWith("nan")) {
            String key = words.text().toLowerCase(Locale.ROOT);
            if (keys.size() > 20 || !words.next()) {
                throw noGrid(name);
            }
            keys.put(key, words.number());
            noData = key.equals("nodata_value") ? words.text() : noData;
            more = words.next();
        }
        double width = keys.getOrDefault("ncols", 0.0);
        double height = keys.getOrDefault("nrows", 0.0);
        double dx = keys.getOrDefault("cellsize", keys.getOrDefault("dx", 0.0));
        double dy = keys.getOrDefault("cellsize", keys.getOrDefault("dy", 0.0));
        if (!more || !keys.containsKey("ncols") || !(dx > 0) || !(dy > 0)) {
            throw noGrid(name);
        }
        if (!(width >= 1 && height >= 1 && width <= MAX_SIDE && height <= MAX_SIDE)) {
            throw new DamagedFile("%s claims to be %.0f by %.0f cells.".formatted(name, width, height));
        }
        double x = keys.containsKey("xllcenter")
                ? keys.get("xllcenter")
                : keys.getOrDefault("xllcorner", Double.NaN) + dx / 2;
        double y = keys.containsKey("yllcenter")
                ? keys.get("yllcenter")
                : keys.getOrDefault("yllcorner", Double.NaN) + dy / 2;
        var shape = new PixelShape((int) width, (int) height, 1, SampleKind.FLOAT32, new short[0], false, noData);
        return new ArcGridHeader(shape, Georeference.ofCell(x, y + (height - 1) * dy, dx, dy));
    }

    private static DamagedFile noGrid(String name) {
        return new DamagedFile(
                ProblemCode.FORMAT_UNSUPPORTED,
                name + " does not begin as an ASCII grid does (ncols, nrows, xllcorner, yllcorner, cellsize).");
    }

    ArcGridHeader with(SampleKind kind) {
        return new ArcGridHeader(
                new PixelShape(shape.width(), shape.height(), 1, kind, shape.palette(), false, shape.noData()),
                georeference);
    }

    RasterHeader header() {
        var description = new RasterDescription(shape.width(), shape.height(), shape.bandTitles(), shape.noData());
        return new RasterHeader(Format.ARC_GRID, description, georeference, GeoKeys.NONE, List.of());
    }
}
