package org.batchuploader.geotools.raster;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.geotools.DamagedFile;

/**
 * An image of a TIFF that can be drawn within a bound of memory, whatever its directory says: what the decoder will hold
 * of it was counted before.
 *
 * @param rows in a strip; of an image that is one uncompressed strip fewer than it says, since that can be cut anywhere
 * @param step draws each so-many-th pixel of each so-many-th row
 */
record DrawableTiff(TiffImage image, long rows, int step) {
    /** Bytes of a block of pixels, packed and unpacked, as the decoder holds them. */
    private static final long MOST_BLOCK = 64L << 20;

    /** Bytes of the picture in the samples of the image, all bands. */
    private static final long MOST_PICTURE = 16L << 20;

    private static final long MOST_PIXELS = 400_000_000;
    private static final long MOST_PLACES = 1 << 20;
    private static final long MOST_VALUES = 3 << 16;
    private static final long CUT = 1L << 20;
    private static final long MOST_CUTS = 1 << 16;
    private static final int FLOATING = 3;
    private static final Set<Integer> INTEGERS = Set.of(1, 3, 4, 16);
    private static final Set<Integer> WIDTHS = Set.of(1, 2, 4, 8, 16, 32, 64);
    private static final Set<Integer> COLOURS = Set.of(0, 1, 2, 3, 5);

    /** What a decoder needs, and how many values of it there may be. */
    private static final Map<Integer, Long> NEEDED = Map.ofEntries(
            Map.entry(TiffImage.WIDTH, 1L),
            Map.entry(TiffImage.HEIGHT, 1L),
            Map.entry(TiffImage.BITS, MOST_VALUES),
            Map.entry(TiffImage.COMPRESSION, 1L),
            Map.entry(TiffImage.PHOTOMETRIC, 1L),
            Map.entry(TiffImage.FILL_ORDER, 1L),
            Map.entry(TiffImage.STRIP_OFFSETS, MOST_PLACES),
            Map.entry(TiffImage.SAMPLES, 1L),
            Map.entry(TiffImage.ROWS_PER_STRIP, 1L),
            Map.entry(TiffImage.STRIP_LENGTHS, MOST_PLACES),
            Map.entry(TiffImage.PLANES, 1L),
            Map.entry(TiffImage.FAX3_OPTIONS, 1L),
            Map.entry(TiffImage.FAX4_OPTIONS, 1L),
            Map.entry(TiffImage.PREDICTOR, 1L),
            Map.entry(TiffImage.COLOUR_MAP, MOST_VALUES),
            Map.entry(TiffImage.TILE_WIDTH, 1L),
            Map.entry(TiffImage.TILE_HEIGHT, 1L),
            Map.entry(TiffImage.TILE_OFFSETS, MOST_PLACES),
            Map.entry(TiffImage.TILE_LENGTHS, MOST_PLACES),
            Map.entry(TiffImage.EXTRA_SAMPLES, MOST_VALUES),
            Map.entry(TiffImage.SAMPLE_FORMAT, MOST_VALUES));

    /**
     * The image at most so many pixels wide and high, if it can be drawn.
     *
     * @param longest block as it is packed, in bytes
     */
    static Optional<DrawableTiff> of(TiffImage image, long longest, int pixels) {
        if (!isKnown(image) || (long) image.width() * image.height() > MOST_PIXELS) {
            return Optional.empty();
        }
        boolean cut = image.isOneStrip();
        long enough = Math.max(CUT / (image.width() * image.pixelBytes()), image.height() / MOST_CUTS) + 1;
        long rows = cut ? Math.min(image.height(), enough) : image.rowsPerStrip();
        long block = image.blockSamples(rows) * sampleBytes(image);
        return block > MOST_BLOCK / 2 || (!cut && longest > MOST_BLOCK - 2 * block)
                ? Optional.empty()
                : Optional.of(new DrawableTiff(image, rows, step(image, pixels)));
    }

    private static boolean isKnown(TiffImage image) {
        boolean bounded = NEEDED.entrySet().stream().allMatch(tag -> {
            TiffEntry entry = image.entries().get(tag.getKey());
            return entry == null || (INTEGERS.contains(entry.type()) && entry.count() <= tag.getValue());
        });
        boolean halves = image.bits() == 16 && image.sampleFormat() == FLOATING;
        return bounded
                && !halves
                && image.codec().reading() == TiffCodec.Reading.DRAWN
                && image.saysLengths()
                && image.hasLikeBands()
                && WIDTHS.contains(image.bits())
                && COLOURS.contains(image.photometric());
    }

    /** Of one sample as the decoder holds it. */
    private static int sampleBytes(TiffImage image) {
        return Math.max(1, image.bits() / 8);
    }

    /** Greater where many bands would make a large picture of few pixels. */
    private static int step(TiffImage image, int pixels) {
        int step = Math.max(1, (Math.max(image.width(), image.height()) + pixels - 1) / pixels);
        while (parts(image.width(), step) * parts(image.height(), step) * image.bandCount() * sampleBytes(image)
                > MOST_PICTURE) {
            step *= 2;
        }
        return step;
    }

    /** Its directory as the decoder gets to see it. */
    TiffTags directory(TiffBytes bytes) throws IOException, DamagedFile {
        var tags = new TiffTags(bytes.order(), bytes.big());
        for (int tag : NEEDED.keySet()) {
            TiffEntry entry = image.entries().get(tag);
            if (entry != null) {
                tags.whole(tag, entry.raw(bytes));
            }
        }
        TiffEntry noData = image.entries().get(TiffImage.NO_DATA);
        if (noData != null && Stretch.number(image.noData()) != null) {
            tags.whole(TiffImage.NO_DATA, noData.raw(bytes));
        }
        return rows == image.rowsPerStrip() ? tags : cut(tags, bytes);
    }

    private TiffTags cut(TiffTags tags, TiffBytes bytes) throws IOException, DamagedFile {
        long rowBytes = ((long) image.width() * image.bandCount() * image.bits() + 7) / 8;
        long start =
                new TiffWindow(bytes, Objects.requireNonNull(image.entries().get(TiffImage.STRIP_OFFSETS))).at(0);
        long[] starts = new long[(int) ((image.height() + rows - 1) / rows)];
        long[] lengths = new long[starts.length];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = start + i * rows * rowBytes;
            lengths[i] = Math.min(rows, image.height() - i * rows) * rowBytes;
        }
        return tags.numbers(TiffImage.STRIP_OFFSETS, starts)
                .numbers(TiffImage.STRIP_LENGTHS, lengths)
                .numbers(TiffImage.ROWS_PER_STRIP, rows);
    }

    private static long parts(int length, int step) {
        return (length + step - 1L) / step;
    }
}
