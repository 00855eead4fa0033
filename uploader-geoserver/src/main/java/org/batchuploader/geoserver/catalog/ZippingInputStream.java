package org.batchuploader.geoserver.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A zip that is made while it is read, so that it needs neither a temporary file nor memory for more than a buffer. */
final class ZippingInputStream extends InputStream {
    private static final int BUFFER = 64 * 1024;

    private final Iterator<ZipEntrySource> entries;
    private final Made made = new Made();
    private final ZipOutputStream zip = new ZipOutputStream(made);
    private final byte[] buffer = new byte[BUFFER];
    private @Nullable InputStream current;
    private boolean finished;

    ZippingInputStream(List<ZipEntrySource> entries) {
        this.entries = entries.iterator();
        zip.setLevel(Deflater.BEST_SPEED);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        while (made.isEmpty()) {
            if (finished) {
                return -1;
            }
            makeMore();
        }
        return made.take(bytes, offset, length);
    }

    private void makeMore() throws IOException {
        if (current == null) {
            if (!entries.hasNext()) {
                zip.finish();
                finished = true;
                return;
            }
            ZipEntrySource next = entries.next();
            zip.putNextEntry(new ZipEntry(next.name()));
            current = next.content().open();
        }
        int read = current.read(buffer);
        if (read < 0) {
            current.close();
            current = null;
            zip.closeEntry();
        } else {
            zip.write(buffer, 0, read);
        }
    }

    @Override
    public void close() throws IOException {
        finished = true;
        if (current != null) {
            current.close();
        }
    }

    /** What the zip has written and nobody has read yet. */
    private static final class Made extends ByteArrayOutputStream {
        private int taken;

        Made() {
            super(2 * BUFFER);
        }

        boolean isEmpty() {
            return taken == count;
        }

        int take(byte[] bytes, int offset, int length) {
            int n = Math.min(length, count - taken);
            System.arraycopy(buf, taken, bytes, offset, n);
            taken += n;
            if (isEmpty()) {
                reset();
                taken = 0;
            }
            return n;
        }
    }
}
