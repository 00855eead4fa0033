package org.batchuploader.core.inspect;

import org.jspecify.annotations.Nullable;

/**
 * What the owner supplies to mend a dataset. Each part may be absent.
 *
 * @param crs an authority code, {@code EPSG:4267}
 * @param charset an IANA charset name
 * @param name the wanted layer name
 * @param overwrite whether a layer of one's own with that name may be replaced
 */
public record Correction(
        @Nullable String crs, @Nullable String charset, @Nullable String name, @Nullable Boolean overwrite) {
    public static final Correction NONE = new Correction(null, null, null, null);

    public static Correction crs(String code) {
        return new Correction(code, null, null, null);
    }

    public static Correction charset(String charset) {
        return new Correction(null, charset, null, null);
    }

    public static Correction name(String name, boolean overwrite) {
        return new Correction(null, null, name, overwrite);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** This correction, with the CRS left to be found. */
    public Correction withoutCrs() {
        return new Correction(null, charset, name, overwrite);
    }

    /** This correction with what {@code newer} says on top. */
    public Correction with(Correction newer) {
        return new Correction(
                newer.crs != null ? newer.crs : crs,
                newer.charset != null ? newer.charset : charset,
                newer.name != null ? newer.name : name,
                newer.overwrite != null ? newer.overwrite : overwrite);
    }
}
