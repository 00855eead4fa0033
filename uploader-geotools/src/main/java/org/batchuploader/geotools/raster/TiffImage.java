package org.batchuploader.geotools.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.inspect.RasterDescription;
import org.batchuploader.geotools.DamagedFile;

/** The first image of a TIFF as its directory describes it. */
record TiffImage(String name, long fileSize, Map<Integer, TiffField> fields) {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int STRIP_OFFSETS = 273;
    private static final int SAMPLES = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_LENGTHS = 279;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_LENGTHS = 325;
    private static final int SAMPLE_FORMAT = 339;
    private static final int NO_DATA = 42113;
    private static final long MAX_SIDE = 4_000_000;
    private static final int MAX_BANDS = 4096;

    Optional<TiffField> field(int tag) {
        return Optional.ofNullable(fields.get(tag));
    }

    private long number(int tag, long otherwise) {
        return field(tag).map(f -> f.integer(0)).orElse(otherwise);
    }

    int width() {
        return (int) number(WIDTH, 0);
    }

    int height() {
        return (int) number(HEIGHT, 0);
    }

    int bandCount() {
        return (int) number(SAMPLES, 1);
    }

    /** This image, if it can exist: its sides are within reason and its blocks are within the file. */
    TiffImage checked() throws DamagedFile {
        long width = number(WIDTH, 0);
        long height = number(HEIGHT, 0);
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new DamagedFile("%s claims to be %d by %d pixels.".formatted(name, width, height));
        }
        if (bandCount() < 1 || bandCount() > MAX_BANDS) {
            throw new DamagedFile("%s claims to have %d bands.".formatted(name, number(SAMPLES, 1)));
        }
        boolean tiled = field(TILE_OFFSETS).isPresent();
        TiffField offsets = field(tiled ? TILE_OFFSETS : STRIP_OFFSETS)
                .orElseThrow(() -> new DamagedFile(name + " does not say where its pixels are."));
        if (blockPixels() < 1 || offsets.count() < blocks()) {
            throw new DamagedFile("%s has %d blocks of pixels for an image of %d by %d."
                    .formatted(name, offsets.count(), width, height));
        }
        Optional<TiffField> lengths = field(tiled ? TILE_LENGTHS : STRIP_LENGTHS);
        for (int i = 0; i < offsets.count(); i++) {
            long length = lengths.isPresent() && i < lengths.get().count()
                    ? lengths.get().integer(i)
                    : 0;
            if (offsets.integer(i) < 0 || length < 0 || offsets.integer(i) > fileSize - length) {
                throw new DamagedFile("Block %d of %s lies at byte %d, %d bytes long, outside the file of %d bytes."
                        .formatted(i + 1, name, offsets.integer(i), length, fileSize));
            }
        }
        return this;
    }

    private long blocks() {
        return field(TILE_OFFSETS).isPresent()
                ? ceil(number(WIDTH, 0), number(TILE_WIDTH, 1)) * ceil(number(HEIGHT, 0), number(TILE_HEIGHT, 1))
                : ceil(number(HEIGHT, 0), Math.max(1, number(ROWS_PER_STRIP, Integer.MAX_VALUE)));
    }

    private static long ceil(long length, long step) {
        return (length + Math.max(1, step) - 1) / Math.max(1, step);
    }

    /** Pixels that have to be decoded at once. */
    long blockPixels() {
        return field(TILE_OFFSETS).isPresent()
                ? number(TILE_WIDTH, 0) * number(TILE_HEIGHT, 0)
                : number(WIDTH, 0) * Math.min(number(HEIGHT, 0), number(ROWS_PER_STRIP, Integer.MAX_VALUE));
    }

    /** Bytes of one pixel, rounded up. */
    long pixelBytes() {
        return bandCount() * Math.max(1, (number(BITS, 1) + 7) / 8);
    }

    RasterDescription description() {
        List<String> bands = new ArrayList<>();
        for (int band = 0; band < bandCount(); band++) {
            bands.add(kind(at(SAMPLE_FORMAT, band, 1)) + at(BITS, band, 1));
        }
        String noData = field(NO_DATA).map(TiffField::text).orElse(null);
        return new RasterDescription(width(), height(), bands, noData);
    }

    private long at(int tag, int band, long otherwise) {
        return field(tag).map(f -> f.integer(Math.min(band, f.count() - 1))).orElse(otherwise);
    }

    private static String kind(long sampleFormat) {
        return switch ((int) sampleFormat) {
            case 2 -> "int";
            case 3 -> "float";
            case 5 -> "cint";
            case 6 -> "cfloat";
            default -> "uint";
        };
    }
}
