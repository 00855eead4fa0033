package org.batchuploader.geotools.archive;

/** What one delivery may still unpack. Shared by an archive and those within it; used by one thread. */
final class Budget {
    private final ArchiveLimits limits;
    private final String archive;
    private final long packed;
    private long entries;
    private long bytes;

    /** @param packed size of the outermost archive */
    Budget(ArchiveLimits limits, String archive, long packed) {
        this.limits = limits;
        this.archive = archive;
        this.packed = packed;
    }

    void entry() throws ArchiveRefused {
        if (++entries > limits.entries()) {
            throw ArchiveRefused.tooLarge("%s has more than %d entries.".formatted(archive, limits.entries()));
        }
    }

    /**
     * Counts bytes just unpacked.
     *
     * @param entryBytes unpacked of the entry so far, these included
     * @param entryPacked bytes it takes in the archive, {@link Entry#UNKNOWN} where only the whole can be judged
     */
    void unpacked(int count, String entry, long entryBytes, long entryPacked) throws ArchiveRefused {
        bytes += count;
        if (bytes > limits.bytes()) {
            throw ArchiveRefused.tooLarge("%s unpacks to more than %d bytes.".formatted(archive, limits.bytes()));
        }
        if ((entryPacked != Entry.UNKNOWN && isBomb(entryBytes, entryPacked)) || isBomb(bytes, packed)) {
            throw ArchiveRefused.tooLarge("%s in %s unpacks to more than %d times its size."
                    .formatted(EntryName.printable(entry), archive, limits.ratio()));
        }
    }

    private boolean isBomb(long unpacked, long from) {
        return unpacked > limits.ratioFree() && unpacked / limits.ratio() > from;
    }
}
