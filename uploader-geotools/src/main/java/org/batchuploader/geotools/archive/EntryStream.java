package org.batchuploader.geotools.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/** The content of an entry, counted as it comes out; whatever is wrong with it is an {@link ArchiveRefused}. */
final class EntryStream extends InputStream {
    private final InputStream in;
    private final ZipArchiveEntry entry;
    private final Budget budget;
    private final CRC32 crc = new CRC32();
    private long count;

    EntryStream(InputStream in, ZipArchiveEntry entry, Budget budget) {
        this.in = in;
        this.entry = entry;
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int got;
        try {
            got = in.read(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
            throw refused("cannot be unpacked", e);
        }
        if (got < 0) {
            if (entry.getCrc() >= 0 && crc.getValue() != entry.getCrc()) {
                throw refused("is not what was packed, its check sum differs", null);
            }
            return -1;
        }
        count += got;
        crc.update(bytes, offset, got);
        budget.unpacked(got, entry.getName(), count, entry.getCompressedSize());
        return got;
    }

    private ArchiveRefused refused(String why, @Nullable Throwable cause) {
        ArchiveRefused refused = EntryName.refused(entry.getName(), why);
        if (cause != null) {
            refused.initCause(cause);
        }
        return refused;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
