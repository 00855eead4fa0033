package org.batchuploader.geotools.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.PasswordRequiredException;

/** The content of an entry, counted as it comes out; whatever is wrong with it is an {@link ArchiveRefused}. */
final class EntryStream extends InputStream {
    private final InputStream in;
    private final Entry entry;
    private final Budget budget;
    private final CRC32 crc = new CRC32();
    private long count;

    private EntryStream(InputStream in, Entry entry, Budget budget) {
        this.in = in;
        this.entry = entry;
        this.budget = budget;
    }

    static EntryStream open(Entry.Content content, Entry entry, Budget budget) throws ArchiveRefused {
        try {
            return new EntryStream(content.open(), entry, budget);
        } catch (IOException | RuntimeException e) {
            throw refused(entry, e);
        }
    }

    /** Reads what is left of an entry that is followed by others, counting it all the same. */
    static void pass(Entry.Content content, Entry entry, Budget budget) throws IOException {
        try (InputStream rest = open(content, entry, budget)) {
            rest.transferTo(OutputStream.nullOutputStream());
        }
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
            throw refused(entry, e);
        }
        if (got < 0) {
            if (entry.crc() != Entry.UNKNOWN && crc.getValue() != entry.crc()) {
                throw EntryName.refused(entry.path(), "is not what was packed, its check sum differs");
            }
            return -1;
        }
        count += got;
        if (entry.crc() != Entry.UNKNOWN) {
            crc.update(bytes, offset, got);
        }
        budget.unpacked(got, entry.path(), count, entry.packed());
        return got;
    }

    private static ArchiveRefused refused(Entry entry, Throwable cause) {
        if (cause instanceof ArchiveRefused refused) {
            return refused;
        }
        ArchiveRefused refused = cause instanceof PasswordRequiredException
                ? ArchiveRefused.encrypted(EntryName.printable(entry.path()))
                : EntryName.refused(entry.path(), "cannot be unpacked");
        refused.initCause(cause);
        return refused;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
