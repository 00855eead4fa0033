package org.batchuploader.geotools.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.batchuploader.core.inspect.RasterDescription;
import org.batchuploader.geotools.DamagedFile;
import org.jspecify.annotations.Nullable;

/**
 * An image of a TIFF as its directory describes it.
 *
 * @param fields those of {@link #TAGS} that are there, at hand
 * @param entries all, by tag
 */
record TiffImage(String name, long fileSize, Map<Integer, TiffField> fields, Map<Integer, TiffEntry> entries) {
    static final int SUBFILE = 254;
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int FILL_ORDER = 266;
    static final int STRIP_OFFSETS = 273;
    static final int SAMPLES = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_LENGTHS = 279;
    static final int PLANES = 284;
    static final int FAX3_OPTIONS = 292;
    static final int FAX4_OPTIONS = 293;
    static final int PREDICTOR = 317;
    static final int COLOUR_MAP = 320;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_LENGTHS = 325;
    static final int SUB_DIRECTORIES = 330;
    static final int EXTRA_SAMPLES = 338;
    static final int SAMPLE_FORMAT = 339;
    static final int YCC_SUBSAMPLING = 530;
    static final int PIXEL_SCALE = 33550;
    static final int TIE_POINTS = 33922;
    static final int TRANSFORMATION = 34264;
    static final int GEO_KEYS = 34735;
    static final int GEO_DOUBLES = 34736;
    static final int GEO_ASCII = 34737;
    static final int NO_DATA = 42113;

    /** Tags that are read when they are there; what may be long, as the places of blocks, is not among them. */
    static final int[] TAGS = {
        SUBFILE,
        WIDTH,
        HEIGHT,
        BITS,
        COMPRESSION,
        PHOTOMETRIC,
        SAMPLES,
        ROWS_PER_STRIP,
        PLANES,
        TILE_WIDTH,
        TILE_HEIGHT,
        SUB_DIRECTORIES,
        SAMPLE_FORMAT,
        PIXEL_SCALE,
        TIE_POINTS,
        TRANSFORMATION,
        GEO_KEYS,
        GEO_DOUBLES,
        GEO_ASCII,
        NO_DATA
    };

    private static final long MAX_SIDE = 4_000_000;
    private static final int MAX_BANDS = 4096;
    private static final long MAX_TILE = 1L << 30;

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

    boolean isTiled() {
        return entries.containsKey(TILE_OFFSETS);
    }

    boolean isOverview() {
        return (number(SUBFILE, 0) & 5) == 1;
    }

    boolean isPage() {
        return (number(SUBFILE, 0) & 5) == 0;
    }

    TiffCodec codec() {
        return TiffCodec.of(number(COMPRESSION, 1));
    }

    /** This image, if it can exist: its sides, bands and blocks are within reason. */
    TiffImage checked() throws DamagedFile {
        long width = number(WIDTH, 0);
        long height = number(HEIGHT, 0);
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new DamagedFile("%s claims to be %d by %d pixels.".formatted(name, width, height));
        }
        if (number(SAMPLES, 1) < 1 || number(SAMPLES, 1) > MAX_BANDS) {
            throw new DamagedFile("%s claims to have %d bands.".formatted(name, number(SAMPLES, 1)));
        }
        long bits = number(BITS, 1);
        if (bits < 1 || bits > 128) {
            throw new DamagedFile("%s claims to have %d bits in a sample.".formatted(name, bits));
        }
        long tileWidth = number(TILE_WIDTH, 0);
        long tileHeight = number(TILE_HEIGHT, 0);
        if (isTiled()
                && (tileWidth < 1
                        || tileHeight < 1
                        || tileWidth > MAX_SIDE
                        || tileHeight > MAX_SIDE
                        || tileWidth * tileHeight * pixelBytes() > MAX_TILE)) {
            throw new DamagedFile("%s claims to have tiles of %d by %d pixels.".formatted(name, tileWidth, tileHeight));
        }
        return this;
    }

    /** Strips or tiles that such an image has; each band has its own where they lie apart. */
    long blocks() {
        long planes = number(PLANES, 1) == 2 ? bandCount() : 1;
        return planes
                * (isTiled()
                        ? ceil(width(), number(TILE_WIDTH, 1)) * ceil(height(), number(TILE_HEIGHT, 1))
                        : ceil(height(), rowsPerStrip()));
    }

    long rowsPerStrip() {
        return Math.max(1, Math.min(height(), number(ROWS_PER_STRIP, height())));
    }

    private static long ceil(long length, long step) {
        return (length + Math.max(1, step) - 1) / Math.max(1, step);
    }

    /** Pixels that have to be decoded at once. */
    long blockPixels() {
        return isTiled() ? number(TILE_WIDTH, 0) * number(TILE_HEIGHT, 0) : width() * rowsPerStrip();
    }

    /** Samples that have to be decoded at once, were there so many rows in a strip. */
    long blockSamples(long rows) {
        long pixels = isTiled() ? blockPixels() : width() * rows;
        return number(PLANES, 1) == 2 ? pixels : pixels * bandCount();
    }

    /** Whether all pixels follow each other as they are. */
    boolean isOneStrip() {
        return !isTiled() && blocks() == 1 && number(COMPRESSION, 1) == 1 && number(PLANES, 1) != 2;
    }

    boolean saysLengths() {
        TiffEntry lengths = entries.get(isTiled() ? TILE_LENGTHS : STRIP_LENGTHS);
        return lengths != null && lengths.count() >= blocks();
    }

    /** Of a sample of the first band. */
    int bits() {
        return (int) number(BITS, 1);
    }

    /** Of the first band, after TIFF 6.0. */
    int sampleFormat() {
        return (int) number(SAMPLE_FORMAT, 1);
    }

    int photometric() {
        return (int) number(PHOTOMETRIC, 1);
    }

    /** Whether the samples of all bands are of one kind. */
    boolean hasLikeBands() {
        return isLike(BITS) && isLike(SAMPLE_FORMAT);
    }

    private boolean isLike(int tag) {
        TiffField field = fields.get(tag);
        return field == null
                ? !entries.containsKey(tag)
                : IntStream.range(1, field.count()).allMatch(i -> field.integer(i) == field.integer(0));
    }

    /** Bytes of one pixel, all bands of it, rounded up. */
    long pixelBytes() {
        return bandCount() * Math.max(1, (number(BITS, 1) + 7) / 8);
    }

    RasterDescription description() {
        List<String> bands = new ArrayList<>();
        for (int band = 0; band < bandCount(); band++) {
            bands.add(kind(at(SAMPLE_FORMAT, band, 1)) + at(BITS, band, 1));
        }
        return new RasterDescription(width(), height(), bands, noData());
    }

    @Nullable String noData() {
        return field(NO_DATA).map(TiffField::text).orElse(null);
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
