package org.batchuploader.core.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a raster dataset holds.
 *
 * @param width in pixels
 * @param height in pixels
 * @param bands a type for each, {@code uint8}, {@code float32}, ...
 * @param noData as written in the file, absent when none is declared
 */
public record RasterDescription(int width, int height, List<String> bands, @Nullable String noData) {
    public RasterDescription {
        bands = List.copyOf(bands);
    }
}
