package org.batchuploader.geotools.raster;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.batchuploader.geotools.DamagedFile;

/**
 * Writes rows of pixels as a GeoTIFF in strips packed by Deflate (TIFF 6.0, Adobe's supplement 2, BigTIFF from 4 GiB on).
 * One row is in memory, and the places of the strips.
 */
final class GeoTiffWriter {
    private static final int STRIP = 256 << 10;
    private static final long LARGEST_CLASSIC = 0xF0000000L;

    private GeoTiffWriter() {}

    /** @param file is overwritten */
    static void write(PixelRows rows, GeoTags place, Path file) throws IOException, DamagedFile {
        PixelShape shape = rows.shape();
        boolean big = (long) shape.rowBytes() * shape.height() > LARGEST_CLASSIC;
        int rowsPerStrip = Math.max(1, Math.min(shape.height(), STRIP / shape.rowBytes()));
        List<Long> offsets = new ArrayList<>();
        long end;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(TiffTags.header(ByteOrder.LITTLE_ENDIAN, big, 0));
            var counted = new Counted(out, big ? 16 : 8);
            byte[] row = new byte[shape.rowBytes()];
            var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
            try {
                for (int y = 0; y < shape.height(); y += rowsPerStrip) {
                    offsets.add(counted.count());
                    deflater.reset();
                    var packing = new DeflaterOutputStream(counted, deflater, 1 << 16);
                    for (int i = y; i < Math.min(shape.height(), y + rowsPerStrip); i++) {
                        rows.next(row);
                        packing.write(row);
                    }
                    packing.finish();
                }
            } finally {
                deflater.end();
            }
            offsets.add(counted.count());
            if (counted.count() % 2 == 1) {
                counted.write(0);
            }
            end = counted.count();
            counted.write(tags(shape, place, big, rowsPerStrip, offsets).bytes(end, 0));
        }
        try (var head = new RandomAccessFile(file.toFile(), "rw")) {
            head.write(TiffTags.header(ByteOrder.LITTLE_ENDIAN, big, end));
        }
    }

    private static TiffTags tags(PixelShape shape, GeoTags place, boolean big, int rowsPerStrip, List<Long> offsets) {
        int strips = offsets.size() - 1;
        long[] starts = new long[strips];
        long[] lengths = new long[strips];
        for (int i = 0; i < strips; i++) {
            starts[i] = offsets.get(i);
            lengths[i] = offsets.get(i + 1) - offsets.get(i);
        }
        int[] bits = new int[shape.bands()];
        Arrays.fill(bits, 8 * shape.kind().bytes());
        int[] formats = new int[shape.bands()];
        Arrays.fill(formats, shape.kind().tiffFormat());
        var tags = new TiffTags(ByteOrder.LITTLE_ENDIAN, big)
                .numbers(TiffImage.WIDTH, shape.width())
                .numbers(TiffImage.HEIGHT, shape.height())
                .shorts(TiffImage.BITS, bits)
                .shorts(TiffImage.COMPRESSION, 8)
                .shorts(TiffImage.PHOTOMETRIC, shape.photometric())
                .numbers(TiffImage.STRIP_OFFSETS, starts)
                .shorts(TiffImage.SAMPLES, shape.bands())
                .numbers(TiffImage.ROWS_PER_STRIP, rowsPerStrip)
                .numbers(TiffImage.STRIP_LENGTHS, lengths)
                .shorts(TiffImage.PLANES, 1)
                .shorts(TiffImage.SAMPLE_FORMAT, formats);
        if (shape.alpha()) {
            tags.shorts(TiffImage.EXTRA_SAMPLES, 2);
        }
        if (shape.palette().length > 0) {
            int[] colours = new int[shape.palette().length];
            Arrays.setAll(colours, i -> shape.palette()[i]);
            tags.shorts(TiffImage.COLOUR_MAP, colours);
        }
        String noData = shape.noData();
        if (noData != null) {
            tags.text(TiffImage.NO_DATA, noData);
        }
        place.addTo(tags);
        return tags;
    }

    private static final class Counted extends OutputStream {
        private final OutputStream out;
        private long count;

        Counted(OutputStream out, long count) {
            this.out = out;
            this.count = count;
        }

        long count() {
            return count;
        }

        @Override
        public void write(int octet) throws IOException {
            out.write(octet);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}
