package org.batchuploader.geotools.raster;

import java.util.List;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.RasterDescription;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a raster say, without its sidecars.
 *
 * @param own where it says that its pixels lie, absent when it does not
 * @param keys {@link GeoKeys#NONE} for what is no GeoTIFF
 * @param problems of the pixels
 */
record RasterHeader(
        Format format,
        RasterDescription description,
        @Nullable Georeference own,
        GeoKeys keys,
        List<Problem> problems) {
    RasterHeader {
        problems = List.copyOf(problems);
    }
}
