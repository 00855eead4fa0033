package org.batchuploader.geotools.raster;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rows of pixels look like.
 *
 * @param palette red, green and blue of each value, 16 bits each, in TIFF's order (all reds first); empty for none
 * @param alpha whether the last band says how much of a pixel is seen
 * @param noData as text, absent when every value is one
 */
@SuppressWarnings("ArrayRecordComponent")
record PixelShape(
        int width, int height, int bands, SampleKind kind, short[] palette, boolean alpha, @Nullable String noData) {
    /** TIFF's PhotometricInterpretation. */
    int photometric() {
        if (palette.length > 0) {
            return 3;
        }
        return bands - (alpha ? 1 : 0) >= 3 ? 2 : 1;
    }

    int rowBytes() {
        return width * bands * kind.bytes();
    }

    List<String> bandTitles() {
        return Collections.nCopies(bands, kind.title());
    }
}
