package org.batchuploader.geotools.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.RasterDescription;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/**
 * What a PNG (W3C's third edition) says before its pixels.
 *
 * @param bits of a sample in the file
 * @param colour type after table 11.1
 * @param start of the first chunk of pixels
 */
@SuppressWarnings("ArrayRecordComponent")
record PngHeader(int width, int height, int bits, int colour, short[] palette, long start) {
    static final int IDAT = 0x49444154;
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int IEND = 0x49454E44;
    private static final int MAX_CHUNKS = 5_000_000;
    /** Bytes of a row with at least one for each sample, of which a few are held. */
    private static final int MAX_ROW = 8 << 20;

    /** Deflate's best, and the bytes from which on it is looked at. */
    private static final int MOST = 1100;

    private static final long RATIO_FREE = 256L << 20;

    /** Follows the chunks to the last. */
    static PngHeader read(SourceFile file) throws IOException, DamagedFile {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            ByteBuffer head = at(channel, 0, 33, file.name());
            if (head.getLong(0) != SIGNATURE || head.getInt(12) != IHDR || head.getInt(8) != 13) {
                throw new DamagedFile(ProblemCode.FORMAT_UNSUPPORTED, file.name() + " is not a PNG image.");
            }
            var header = new PngHeader(
                    head.getInt(16), head.getInt(20), head.get(24) & 0xFF, head.get(25) & 0xFF, new short[0], 0);
            header.check(file.name(), head.get(28));
            return header.follow(channel, file.name());
        }
    }

    private void check(String name, int interlaced) throws DamagedFile {
        if (width < 1 || height < 1 || (long) width * samples() * Math.max(8, bits) / 8 > MAX_ROW) {
            throw new DamagedFile("%s claims to be %d by %d pixels."
                    .formatted(name, Integer.toUnsignedLong(width), Integer.toUnsignedLong(height)));
        }
        if (samples() == 0 || Integer.bitCount(bits) != 1 || bits > 16) {
            throw new DamagedFile("%s claims colours of a kind that does not exist.".formatted(name));
        }
        if (interlaced != 0) {
            throw new DamagedFile(
                    ProblemCode.FORMAT_UNSUPPORTED, name + " is interlaced; save it without, or as a GeoTIFF.");
        }
    }

    private PngHeader follow(FileChannel channel, String name) throws IOException, DamagedFile {
        short[] colours = palette;
        long first = 0;
        long packed = 0;
        long at = 8;
        int type = 0;
        for (int chunk = 0; type != IEND && chunk < MAX_CHUNKS; chunk++) {
            ByteBuffer head = at(channel, at, 8, name);
            long length = Integer.toUnsignedLong(head.getInt(0));
            type = head.getInt(4);
            if (type == PLTE && length <= 768) {
                colours = colours(at(channel, at + 8, (int) length, name));
            }
            if (type == IDAT) {
                first = first == 0 ? at : first;
                packed += length;
            }
            at += 12 + length;
        }
        if (at > channel.size() || first == 0) {
            throw new DamagedFile(name + " is cut off.");
        }
        long unpacked = rowBytes() * height;
        if (unpacked > RATIO_FREE && unpacked / MOST > packed) {
            throw new DamagedFile(
                    "%s claims to be %d by %d pixels, for which it is too small.".formatted(name, width, height));
        }
        if (colour == 3 && colours.length == 0) {
            throw new DamagedFile(name + " has no palette.");
        }
        return new PngHeader(width, height, bits, colour, colours, first);
    }

    private static short[] colours(ByteBuffer rgb) {
        short[] colours = new short[3 * 256];
        for (int i = 0; i < rgb.limit() / 3; i++) {
            for (int band = 0; band < 3; band++) {
                colours[band * 256 + i] = (short) ((rgb.get(3 * i + band) & 0xFF) * 257);
            }
        }
        return colours;
    }

    static ByteBuffer at(FileChannel channel, long offset, int length, String name) throws IOException, DamagedFile {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        int got = 0;
        while (buffer.hasRemaining() && got >= 0) {
            got = channel.read(buffer, offset + buffer.position());
        }
        if (buffer.hasRemaining()) {
            throw new DamagedFile(name + " is cut off.");
        }
        return buffer;
    }

    /** Of a pixel, 0 for a colour type that does not exist. */
    int samples() {
        return switch (colour) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 0;
        };
    }

    /** Bytes of a row in the file, without the one for its filter. */
    long rowBytes() {
        return ((long) width * samples() * bits + 7) / 8;
    }

    PixelShape shape() {
        SampleKind kind = bits == 16 ? SampleKind.UINT16 : SampleKind.UINT8;
        return new PixelShape(width, height, samples(), kind, palette, colour >= 4, null);
    }

    RasterHeader header() {
        PixelShape shape = shape();
        var description = new RasterDescription(width, height, shape.bandTitles(), null);
        return new RasterHeader(Format.PNG, description, null, GeoKeys.NONE, List.of());
    }
}
