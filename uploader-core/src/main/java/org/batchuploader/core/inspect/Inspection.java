package org.batchuploader.core.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was learned of a dataset without changing it. Exactly one of {@code vector} and {@code raster} is present unless
 * the file could not be read at all, which a fatal problem then says.
 *
 * @param format absent when it was not recognised
 * @param extent in the dataset's own coordinates, absent when empty or unreadable
 * @param geographicExtent in EPSG:4326, longitude first; absent without a known CRS
 * @param crs absent when missing or unrecognised
 * @param description what the owner says in a metadata sidecar, absent without one
 */
public record Inspection(
        @Nullable Format format,
        @Nullable VectorDescription vector,
        @Nullable RasterDescription raster,
        @Nullable Envelope extent,
        @Nullable Envelope geographicExtent,
        @Nullable CoordinateReferenceSystem crs,
        @Nullable Description description,
        List<Problem> problems) {
    public Inspection {
        problems = List.copyOf(problems);
    }

    /** Without a metadata sidecar. */
    public Inspection(
            @Nullable Format format,
            @Nullable VectorDescription vector,
            @Nullable RasterDescription raster,
            @Nullable Envelope extent,
            @Nullable Envelope geographicExtent,
            @Nullable CoordinateReferenceSystem crs,
            List<Problem> problems) {
        this(format, vector, raster, extent, geographicExtent, crs, null, problems);
    }

    /**
     * The charset of the text in the files to publish, absent when there is none. What was made from another format is in
     * UTF-8; a shapefile keeps its charset, also when something else in it was mended.
     */
    public @Nullable String publishedCharset() {
        String delivered = vector == null ? null : vector.charset();
        return delivered == null || format == Format.SHAPEFILE ? delivered : "UTF-8";
    }

    /** An inspection that ended before anything was learned. */
    public static Inspection failed(Problem problem) {
        return new Inspection(null, null, null, null, null, null, List.of(problem));
    }
}
