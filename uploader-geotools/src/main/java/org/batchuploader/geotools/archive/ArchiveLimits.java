package org.batchuploader.geotools.archive;

/**
 * How far an archive is followed. What is counted is what comes out of it, never what its headers claim.
 *
 * @param entries at most so many, files that mean nothing to us counted
 * @param bytes unpacked in all, those of an archive within counted
 * @param ratio unpacked bytes for one packed byte, of one entry and of all
 * @param ratioFree bytes that may be unpacked before the ratio is looked at, because small files may pack very well
 */
public record ArchiveLimits(int entries, long bytes, int ratio, long ratioFree) {
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(10_000, 16L << 30, 200, 64L << 20);

    public ArchiveLimits {
        if (entries < 1 || bytes < 1 || ratio < 1 || ratioFree < 0) {
            throw new IllegalArgumentException("archive limits: %d entries, %d bytes, ratio %d, %d bytes free of it"
                    .formatted(entries, bytes, ratio, ratioFree));
        }
    }
}
