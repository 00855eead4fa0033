package org.batchuploader.geotools.raster;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/** The pixels of a PNG that is not interlaced (W3C's third edition, sections 9 and 10). */
final class PngRows implements PixelRows {
    private final String name;
    private final PngHeader header;
    private final InputStream in;
    private byte[] line;
    private byte[] before;

    PngRows(SourceFile file) throws IOException, DamagedFile {
        this.name = file.name();
        this.header = PngHeader.read(file);
        FileChannel channel =
                FileChannel.open(file.path(), StandardOpenOption.READ).position(header.start());
        this.in = new InflaterInputStream(new Chunks(new BufferedInputStream(Channels.newInputStream(channel))));
        this.line = new byte[(int) header.rowBytes()];
        this.before = new byte[line.length];
    }

    /** Unpacks all of it once, to see that it can be. */
    static void check(SourceFile file) throws IOException, DamagedFile {
        try (var rows = new PngRows(file)) {
            byte[] row = new byte[rows.shape().rowBytes()];
            for (int y = 0; y < rows.shape().height(); y++) {
                rows.next(row);
            }
        }
    }

    @Override
    public PixelShape shape() {
        return header.shape();
    }

    @Override
    public void next(byte[] row) throws IOException, DamagedFile {
        int filter;
        try {
            filter = in.read();
            if (in.readNBytes(line, 0, line.length) < line.length) {
                throw new DamagedFile(name + " is cut off.");
            }
        } catch (ZipException | EOFException e) {
            throw new DamagedFile(name + " is damaged: its pixels cannot be unpacked.");
        }
        unfilter(filter);
        spread(row);
        byte[] free = before;
        before = line;
        line = free;
    }

    private void unfilter(int filter) throws DamagedFile {
        int pixel = Math.max(1, header.samples() * header.bits() / 8);
        for (int i = 0; i < line.length; i++) {
            int left = i < pixel ? 0 : line[i - pixel] & 0xFF;
            int up = before[i] & 0xFF;
            int corner = i < pixel ? 0 : before[i - pixel] & 0xFF;
            line[i] += (byte)
                    switch (filter) {
                        case 0 -> 0;
                        case 1 -> left;
                        case 2 -> up;
                        case 3 -> (left + up) / 2;
                        case 4 -> paeth(left, up, corner);
                        default -> throw new DamagedFile(name + " is damaged: there is no filter " + filter + ".");
                    };
        }
    }

    private static int paeth(int left, int up, int corner) {
        int guess = left + up - corner;
        int toLeft = Math.abs(guess - left);
        int toUp = Math.abs(guess - up);
        int toCorner = Math.abs(guess - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    /** From what the file has to whole bytes, least significant first; small greys are stretched to 255. */
    private void spread(byte[] row) {
        int bits = header.bits();
        if (bits == 8) {
            System.arraycopy(line, 0, row, 0, line.length);
        } else if (bits == 16) {
            for (int i = 0; i < line.length; i += 2) {
                row[i] = line[i + 1];
                row[i + 1] = line[i];
            }
        } else {
            int mask = (1 << bits) - 1;
            int stretch = header.colour() == 0 ? 255 / mask : 1;
            for (int i = 0; i < header.width(); i++) {
                int bit = i * bits;
                row[i] = (byte) ((line[bit / 8] >> (8 - bits - bit % 8) & mask) * stretch);
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The bytes of all chunks of pixels, one after the other. */
    private static final class Chunks extends InputStream {
        private final InputStream in;
        private long left = -1;
        private boolean ended;

        Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            while (left <= 0 && !ended) {
                if (left == 0) {
                    in.skipNBytes(4);
                }
                byte[] head = in.readNBytes(8);
                ended = head.length < 8 || ByteBuffer.wrap(head).getInt(4) != PngHeader.IDAT;
                left = ended ? 0 : Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt(0));
            }
            if (ended) {
                return -1;
            }
            int got = in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, got);
            return got;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
