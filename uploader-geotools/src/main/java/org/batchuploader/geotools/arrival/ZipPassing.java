package org.batchuploader.geotools.arrival;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.inspect.ArrivalRefused;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.archive.ArchiveLimits;

/**
 * Follows the local headers of a zip (PKWARE's APPNOTE 4.3.7) as it passes by, as far as each says where the next one is.
 * What its directory will say in the end is not known yet, so this refuses only what no directory can make good.
 */
final class ZipPassing {
    private static final int LOCAL = 0x04034b50;
    private static final int FIXED = 30;
    private static final int MOST_NAME = 4096;
    private static final long LARGE = 0xFFFFFFFFL;

    private final String archive;
    private final ArchiveLimits limits;
    private final ByteBuffer header = ByteBuffer.allocate(FIXED + 2 * MOST_NAME).order(ByteOrder.LITTLE_ENDIAN);
    private int wanted = FIXED;
    private long skip;
    private boolean lost;

    ZipPassing(String archive, ArchiveLimits limits) {
        this.archive = archive;
        this.limits = limits;
    }

    void see(ByteBuffer bytes) throws ArrivalRefused {
        while (!lost && bytes.hasRemaining()) {
            if (skip > 0) {
                int step = (int) Math.min(skip, bytes.remaining());
                bytes.position(bytes.position() + step);
                skip -= step;
            } else {
                int take = Math.min(wanted - header.position(), bytes.remaining());
                header.put(bytes.slice(bytes.position(), take));
                bytes.position(bytes.position() + take);
                if (header.position() == wanted) {
                    collected();
                }
            }
        }
    }

    private void collected() throws ArrivalRefused {
        if (wanted == FIXED) {
            int name = header.getShort(26) & 0xFFFF;
            int extra = header.getShort(28) & 0xFFFF;
            lost = header.getInt(0) != LOCAL || name > MOST_NAME || extra > MOST_NAME;
            wanted += name + extra;
        }
        if (!lost && header.position() == wanted) {
            entry();
            header.clear();
            wanted = FIXED;
        }
    }

    private void entry() throws ArrivalRefused {
        int flags = header.getShort(6);
        int method = header.getShort(8);
        if ((flags & 1) != 0) {
            throw refused(
                    ProblemCode.ARCHIVE_ENCRYPTED,
                    archive + " is protected by a password.",
                    ProblemCode.ARCHIVE_ENCRYPTED.hint());
        }
        byte[] raw = new byte[header.getShort(26) & 0xFFFF];
        header.get(FIXED, raw);
        String path = new String(raw, StandardCharsets.UTF_8);
        PartName part = PartName.of(path.substring(path.lastIndexOf('/') + 1));
        boolean meaningful = part.isPrimary() || part.isSidecar();
        if (meaningful && method != 0 && method != 8) {
            throw refused(
                    ProblemCode.FORMAT_UNSUPPORTED,
                    archive + " is packed by a method that is not supported"
                            + (method == 9 ? " (Deflate64, as Windows does with files above 2 GiB)." : "."),
                    "Pack it anew as an ordinary zip (method Deflate) and deliver that.");
        }
        long packed = header.getInt(18) & LARGE;
        long unpacked = header.getInt(22) & LARGE;
        boolean known = (flags & 8) == 0 && packed != LARGE && unpacked != LARGE;
        if (known && meaningful && unpacked > limits.ratioFree() && unpacked / limits.ratio() > packed) {
            throw refused(
                    ProblemCode.ARCHIVE_TOO_LARGE,
                    "%s would unpack to more than %d times its size.".formatted(archive, limits.ratio()),
                    ProblemCode.ARCHIVE_TOO_LARGE.hint());
        }
        lost = !known;
        skip = packed;
    }

    private static ArrivalRefused refused(ProblemCode code, String sentence, String hint) {
        return new ArrivalRefused(new Problem(code, code.severity(), sentence, hint, null, List.of()));
    }
}
