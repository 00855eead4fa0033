package org.batchuploader.geotools.arrival;

import java.nio.ByteBuffer;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.inspect.ArrivalRefused;
import org.batchuploader.core.inspect.FirstLook;
import org.batchuploader.geotools.archive.ArchiveLimits;

/**
 * Looks at the first bytes of a file, once there are enough of them, and at the entries of a zip as they pass by. A file
 * shorter than its own kind's first bytes is left to the inspection.
 */
public final class Arrivals implements FirstLook {
    private static final int ENOUGH = 1024;

    private final String name;
    private final PartName part;
    private final ByteBuffer head = ByteBuffer.allocate(ENOUGH);
    private final ZipPassing zip;
    private boolean judged;

    private Arrivals(String name, ArchiveLimits limits) {
        this.name = name;
        this.part = kind(name);
        this.zip = new ZipPassing(name, limits);
    }

    /** @param limits how far an archive of that name will be followed */
    public static FirstLook at(String fileName, ArchiveLimits limits) {
        return new Arrivals(fileName, limits);
    }

    /** A temporary name is judged by what is before its ending. */
    private static PartName kind(String name) {
        PartName part = PartName.of(name);
        return part.isTemporary() ? PartName.of(part.base()) : part;
    }

    @Override
    public void see(ByteBuffer bytes) throws ArrivalRefused {
        if (!judged) {
            ByteBuffer more = bytes.duplicate();
            more.limit(more.position() + Math.min(more.remaining(), head.remaining()));
            head.put(more);
            if (!head.hasRemaining()) {
                judge();
            }
        }
        if (part.isArchive()) {
            zip.see(bytes.duplicate());
        }
    }

    @Override
    public void end() throws ArrivalRefused {
        if (!judged) {
            judge();
        }
    }

    private void judge() throws ArrivalRefused {
        judged = true;
        FirstBytes.check(name, part, head.duplicate().flip());
    }
}
