package org.batchuploader.geotools.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.RasterDescription;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/**
 * What a JPEG (ITU-T T.81) says before its pixels.
 *
 * @param across samples of the first component for one of the second, side by side
 * @param down the same, one below the other
 * @param ycc whether its three components are brightness and two differences, as nearly always
 */
record JpegHeader(int width, int height, int components, int across, int down, boolean ycc, long size) {
    private static final int MAX_MARKERS = 10_000;
    /** Pixels for a byte, and the pixels from which on they are looked at; one bit for eight by eight is 512. */
    private static final int MOST = 2000;

    private static final long RATIO_FREE = 64L << 20;

    static JpegHeader read(SourceFile file) throws IOException, DamagedFile {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            return read(channel, file.name());
        }
    }

    private static JpegHeader read(FileChannel channel, String name) throws IOException, DamagedFile {
        if (channel.size() < 4 || PngHeader.at(channel, 0, 2, name).getShort(0) != (short) 0xFFD8) {
            throw new DamagedFile(ProblemCode.FORMAT_UNSUPPORTED, name + " is not a JPEG image.");
        }
        boolean rgb = false;
        long at = 2;
        for (int n = 0; n < MAX_MARKERS; n++) {
            ByteBuffer head = PngHeader.at(channel, at, 4, name);
            int marker = head.getShort(0) & 0xFFFF;
            if (marker == 0xFFFF) {
                at++;
                continue;
            }
            int length = head.getShort(2) & 0xFFFF;
            if (marker < 0xFFC0 || length < 2) {
                break;
            }
            if (marker == 0xFFEE && length >= 14) {
                ByteBuffer adobe = PngHeader.at(channel, at + 4, 12, name);
                rgb = adobe.getInt(0) == 0x41646F62 && adobe.get(11) == 0;
            }
            boolean frame = marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
            if (frame && length >= 11) {
                return frame(PngHeader.at(channel, at + 4, length - 2, name), marker, rgb, channel.size(), name);
            }
            at += 2 + length;
        }
        throw new DamagedFile(name + " is damaged: it has no picture in it.");
    }

    private static JpegHeader frame(ByteBuffer frame, int marker, boolean rgb, long size, String name)
            throws DamagedFile {
        int height = frame.getShort(1) & 0xFFFF;
        int width = frame.getShort(3) & 0xFFFF;
        int components = frame.get(5) & 0xFF;
        boolean known = marker <= 0xFFC2 && frame.get(0) == 8 && (components == 1 || components == 3);
        if (!known || frame.limit() < 6 + 3 * components) {
            throw new DamagedFile(
                    ProblemCode.FORMAT_UNSUPPORTED,
                    name + " is a JPEG of a rare kind (lossless, 12 bits or CMYK); save it as a GeoTIFF.");
        }
        long pixels = (long) width * height;
        if (pixels == 0 || (pixels > RATIO_FREE && pixels / MOST > size)) {
            throw new DamagedFile("%s claims to be %d by %d pixels.".formatted(name, width, height));
        }
        int sampling = frame.get(7);
        boolean named = components == 3 && frame.get(6) == 'R' && frame.get(9) == 'G' && frame.get(12) == 'B';
        return new JpegHeader(
                width, height, components, sampling >> 4 & 15, sampling & 15, components == 3 && !rgb && !named, size);
    }

    RasterHeader header() {
        var description = new RasterDescription(width, height, Collections.nCopies(components, "uint8"), null);
        return new RasterHeader(Format.JPEG, description, null, GeoKeys.NONE, List.of());
    }
}
