package org.batchuploader.geotools.raster;

import java.io.IOException;
import org.batchuploader.geotools.DamagedFile;
import org.jspecify.annotations.Nullable;

/**
 * Checks where the strips or tiles of an image lie and what they would unpack to, reading their places in windows: a large
 * image has millions.
 */
final class TiffBlocks {
    /** Places that are looked at in one file, all images together; a terapixel has 16 million tiles of 256. */
    private static final long MOST = 64_000_000;

    private static final long RATIO_FREE = 256L << 20;

    private final TiffBytes bytes;
    private long looked;

    TiffBlocks(TiffBytes bytes) {
        this.bytes = bytes;
    }

    /** The length of the longest block, in bytes. */
    long check(TiffImage image) throws IOException, DamagedFile {
        int offsetsTag = image.isTiled() ? TiffImage.TILE_OFFSETS : TiffImage.STRIP_OFFSETS;
        int lengthsTag = image.isTiled() ? TiffImage.TILE_LENGTHS : TiffImage.STRIP_LENGTHS;
        TiffEntry offsets = image.entries().get(offsetsTag);
        if (offsets == null) {
            throw new DamagedFile(bytes.name() + " does not say where its pixels are.");
        }
        long blocks = image.blocks();
        if (offsets.count() < blocks) {
            throw new DamagedFile("%s has %d blocks of pixels for an image of %d by %d."
                    .formatted(bytes.name(), offsets.count(), image.width(), image.height()));
        }
        looked += blocks;
        if (looked > MOST) {
            throw new DamagedFile("%s has more than %d blocks of pixels.".formatted(bytes.name(), MOST));
        }
        TiffEntry lengths = image.entries().get(lengthsTag);
        return check(
                image, blocks, new TiffWindow(bytes, offsets), lengths == null ? null : new TiffWindow(bytes, lengths));
    }

    private long check(TiffImage image, long blocks, TiffWindow offsets, @Nullable TiffWindow lengths)
            throws IOException, DamagedFile {
        long packed = 0;
        long longest = 0;
        long filled = 0;
        for (long i = 0; i < blocks; i++) {
            long offset = offsets.at(i);
            long length = lengths == null || i >= lengths.count() ? 0 : lengths.at(i);
            if (offset < 0 || length < 0 || offset > bytes.size() - length) {
                throw new DamagedFile("Block %d of %s lies at byte %d, %d bytes long, outside the file of %d bytes."
                        .formatted(i + 1, bytes.name(), offset, length, bytes.size()));
            }
            packed += length;
            longest = Math.max(longest, length);
            filled += length > 0 ? 1 : 0;
        }
        long unpacked = Math.multiplyHigh(filled, image.blockPixels()) > 0
                ? Long.MAX_VALUE
                : filled * image.blockPixels() * image.pixelBytes();
        int most = image.codec().most();
        if (most > 1 && unpacked > RATIO_FREE && unpacked / most > packed) {
            throw new DamagedFile("%s claims to unpack to more than %d times its size, as no image does."
                    .formatted(bytes.name(), most));
        }
        return longest;
    }
}
