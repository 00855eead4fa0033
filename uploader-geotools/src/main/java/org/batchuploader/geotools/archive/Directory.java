package org.batchuploader.geotools.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Measures a zip's central directory before a library is let loose on it, since libraries hold one object for each entry.
 * Layout after PKWARE's APPNOTE 4.3.12 to 4.3.16.
 */
final class Directory {
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int END_LENGTH = 22;
    /** Of name, extra fields and comment, on average over all entries. */
    private static final int ENTRY_LENGTH = 46 + 1024;

    private Directory() {}

    /** Refuses what is no zip, and a directory larger than that many entries need. */
    static void check(FileChannel channel, String archive, int maxEntries) throws IOException {
        long size = channel.size();
        int tail = (int) Math.min(size, END_LENGTH + 0xFFFF + 20);
        ByteBuffer last = read(channel, size - tail, tail);
        for (int at = tail - END_LENGTH; at >= 0; at--) {
            if (last.getInt(at) == END) {
                long length = last.getInt(at + 12) & 0xFFFFFFFFL;
                long entries = last.getShort(at + 10) & 0xFFFF;
                if (at >= 20 && last.getInt(at - 20) == LOCATOR_64) {
                    long where = last.getLong(at - 12);
                    if (where < 0 || where > size - 56) {
                        throw ArchiveRefused.damaged(archive + " has a broken directory.");
                    }
                    ByteBuffer end64 = read(channel, where, 56);
                    if (end64.getInt(0) == END_64) {
                        entries = end64.getLong(32);
                        length = end64.getLong(40);
                    }
                }
                check(archive, maxEntries, entries, length);
                return;
            }
        }
        throw ArchiveRefused.damaged(archive + " is no zip archive, or its end is missing.");
    }

    private static void check(String archive, int maxEntries, long entries, long length) throws ArchiveRefused {
        if (entries < 0 || entries > maxEntries || length < 0 || length > (long) maxEntries * ENTRY_LENGTH) {
            throw ArchiveRefused.tooLarge("%s has more than %d entries.".formatted(archive, maxEntries));
        }
    }

    private static ByteBuffer read(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int got = 0;
        while (buffer.hasRemaining() && got >= 0) {
            got = channel.read(buffer, offset + buffer.position());
        }
        return buffer;
    }
}
