package org.batchuploader.geotools.vector;

import java.util.List;
import org.batchuploader.core.inspect.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a file tells besides its features, known once it was read.
 *
 * @param crs a code, a name or well-known text; empty when the file does not say
 * @param because begins the sentence "... which coordinate reference system the coordinates are in" when it does not
 * @param fits whether coordinates beyond degrees prove the CRS wrong, because the format implies it rather than the file
 * @param hint the code of a CRS that is likely though the file does not say so
 * @param charset of the text, absent when there is none
 */
public record Told(
        String crs,
        String because,
        boolean fits,
        @Nullable String hint,
        @Nullable String charset,
        List<Problem> problems) {
    public Told {
        problems = List.copyOf(problems);
    }

    /** The file itself says its CRS. */
    public static Told saying(String crs, String charset) {
        return new Told(crs, "", false, null, charset, List.of());
    }

    /** The format prescribes EPSG:4326, longitude first. */
    public static Told degrees(String charset) {
        return new Told("EPSG:4326", "", true, null, charset, List.of());
    }

    /** Nothing says the CRS. */
    public static Told silent(String because, @Nullable String hint, String charset) {
        return new Told("", because, false, hint, charset, List.of());
    }

    public Told with(List<Problem> more) {
        return new Told(crs, because, fits, hint, charset, more);
    }
}
