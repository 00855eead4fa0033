package org.batchuploader.geotools.raster;

import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.Severity;

/**
 * How the pixels of a TIFF are packed (TIFF 6.0 section 3, its supplements, and what GDAL adds), and who reads it.
 *
 * @param most bytes that may come out of one at the very best; 0 where there is no telling
 */
record TiffCodec(String title, Reading reading, int most) {
    /** Who reads it. */
    enum Reading {
        /** GeoServer, and we draw it. */
        DRAWN,
        /** GeoServer; we draw no picture, since that would take native code or code we do not have. */
        PUBLISHED,
        /** Neither. */
        NOT_READ
    }

    /** Any image that packs better than this in all holds nothing, or is meant to exhaust its readers. */
    private static final int BEST_RATIO = 10_000;

    static TiffCodec of(long number) {
        return switch ((int) number) {
            case 1 -> drawn("none", 1);
            case 2 -> drawn("CCITT RLE", 0);
            case 3 -> drawn("CCITT group 3", 0);
            case 4 -> drawn("CCITT group 4", 0);
            case 5 -> drawn("LZW", BEST_RATIO);
            case 7 -> new TiffCodec("JPEG", Reading.PUBLISHED, BEST_RATIO);
            case 8, 32946 -> drawn("Deflate", BEST_RATIO);
            case 32773 -> drawn("PackBits", BEST_RATIO);
            case 50000 -> new TiffCodec("Zstandard", Reading.PUBLISHED, 0);
            case 6 -> notRead("JPEG of the old kind");
            case 34712, 33003, 33005 -> notRead("JPEG 2000");
            case 34887 -> notRead("LERC");
            case 34925 -> notRead("LZMA");
            case 50001 -> notRead("WebP");
            case 50002 -> notRead("JPEG XL");
            default -> notRead("method " + number);
        };
    }

    private static TiffCodec drawn(String title, int most) {
        return new TiffCodec(title, Reading.DRAWN, most);
    }

    private static TiffCodec notRead(String title) {
        return new TiffCodec(title, Reading.NOT_READ, 0);
    }

    /** What its owner should know, if anything. */
    Optional<Problem> problem(String file) {
        ProblemCode code = ProblemCode.FORMAT_UNSUPPORTED;
        return switch (reading) {
            case DRAWN -> Optional.empty();
            case PUBLISHED ->
                Optional.of(new Problem(
                        code,
                        Severity.INFO,
                        "%s is compressed with %s: it is published as it is, but no preview is drawn."
                                .formatted(file, title),
                        "Nothing needs to be done.",
                        null,
                        List.of()));
            case NOT_READ ->
                Optional.of(new Problem(
                        code,
                        Severity.FATAL,
                        "%s is compressed with %s, which map servers do not read.".formatted(file, title),
                        "Write it anew with another compression (gdal_translate -co COMPRESS=DEFLATE) and deliver that.",
                        null,
                        List.of()));
        };
    }
}
