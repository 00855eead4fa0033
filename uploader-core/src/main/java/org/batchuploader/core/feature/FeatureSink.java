package org.batchuploader.core.feature;

import java.io.IOException;
import java.math.BigDecimal;

/**
 * Takes features one after another. Each is {@link #feature}, then one call for each column in their order, the one of its
 * {@link ValueType} or {@link #nothing}, and last {@link #geometry} or {@link #nothing}. Arrays belong to the caller, who
 * overwrites them afterwards.
 */
public interface FeatureSink {
    /**
     * What is to come. Called once before the first feature; called again, all that came before is void: the data turned
     * out to need a wider type than its header says.
     */
    void begin(FeatureType type) throws IOException;

    /** @param number of the feature in its file, counted from 1; increasing, with gaps where some were deleted */
    void feature(long number) throws IOException;

    /**
     * @param ewkb from its first byte on: little-endian EWKB of PostGIS without an SRID, the coordinates as in the file, x
     *     or longitude first; Z and M of all features alike
     * @param length in bytes
     */
    void geometry(byte[] ewkb, int length) throws IOException;

    /** @param utf8 without zero bytes */
    void text(byte[] utf8, int offset, int length) throws IOException;

    /** For {@link ValueType#INTEGER} and {@link ValueType#LONG}. */
    void whole(long value) throws IOException;

    /** The number {@code unscaled / 10^scale}, {@code scale} being the digits behind its point, 0 to 16. */
    void decimal(long unscaled, int scale) throws IOException;

    /** A number that {@link #decimal(long, int)} has no room for. */
    void decimal(BigDecimal value) throws IOException;

    /** @param epochDay days since 1970-01-01 */
    void date(long epochDay) throws IOException;

    void truth(boolean value) throws IOException;

    /** No geometry, or no value in that column. */
    void nothing() throws IOException;
}
