package org.batchuploader.geotools.shapefile;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of any length seen through a window on the heap that moves with what is asked for. Reading by position instead of
 * mapping, because a mapped file that is cut while it is read kills the whole process, and keeps its disk space and (on
 * Windows) its name until the garbage collector runs.
 */
final class FileWindow implements Closeable {
    private static final int SIZE = 1 << 18;
    /** What is read after a jump, since one jump is seldom alone. */
    private static final int SHORT = 1 << 13;

    private final FileChannel channel;
    private final long size;
    private byte[] bytes;
    private long start;
    private int filled;

    FileWindow(Path path) throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.READ);
        size = channel.size();
        bytes = new byte[(int) Math.min(SIZE, Math.max(size, 16))];
    }

    /** The length of the file in bytes, as it was when opened. */
    long size() {
        return size;
    }

    /** The window's content; another array after a call of {@link #at} that had to grow it. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * Brings a stretch of the file into the window.
     *
     * @return where in {@link #bytes()} it begins
     */
    int at(long offset, int length) throws IOException {
        if (offset < start || offset + length > start + filled) {
            load(offset, length);
        }
        return (int) (offset - start);
    }

    /** How many bytes from that place on are in the window already. */
    int loaded(long offset) {
        return (int) Math.max(0, start + filled - offset);
    }

    private void load(long offset, int length) throws IOException {
        if (offset < 0 || offset + length > size) {
            throw new EOFException("%d bytes at %d are beyond the file's %d".formatted(length, offset, size));
        }
        boolean onward = offset >= start && offset <= start + filled + SIZE;
        int wanted = Math.max(length, (int) Math.min(onward ? SIZE : SHORT, size - offset));
        if (bytes.length < wanted) {
            bytes = new byte[Math.max(wanted, (int) Math.min(2L * bytes.length, size))];
        }
        start = offset;
        filled = 0;
        while (filled < wanted) {
            int step = Math.min(SIZE, wanted - filled);
            int got = channel.read(ByteBuffer.wrap(bytes, filled, step), offset + filled);
            if (got < 0) {
                throw new EOFException("the file has become shorter than " + (offset + wanted) + " bytes");
            }
            filled += got;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
