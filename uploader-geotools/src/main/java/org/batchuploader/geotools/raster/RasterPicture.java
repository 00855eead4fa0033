package org.batchuploader.geotools.raster;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.jspecify.annotations.Nullable;

/** A small picture of an image: every so-many-th pixel, values stretched to what a screen shows, no-data transparent. */
public final class RasterPicture {
    private static final long MAX_BLOCK = 64L << 20;
    private static final long MAX_PIXELS = 400_000_000;

    private RasterPicture() {}

    /** Draws at most so many pixels wide and high; nothing when the image can only be decoded at a stretch and is too big. */
    public static Optional<BufferedImage> draw(SourceFile file, int pixels) throws IOException, DamagedFile {
        TiffImage image = TiffReader.read(file);
        if (image.blockPixels() * image.pixelBytes() > MAX_BLOCK) {
            return Optional.empty();
        }
        ImageReader reader = new TIFFImageReaderSpi().createReaderInstance();
        try (var in = new FileImageInputStream(file.path().toFile())) {
            reader.setInput(in);
            int page = page(reader, pixels, image);
            long width = reader.getWidth(page);
            long height = reader.getHeight(page);
            if (width * height > MAX_PIXELS) {
                return Optional.empty();
            }
            int step = (int) Math.max(1, (Math.max(width, height) + pixels - 1) / pixels);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage read = reader.read(page, param);
            return Optional.of(
                    read.getColorModel() instanceof IndexColorModel ? read : stretch(read.getRaster(), noData(image)));
        } finally {
            reader.dispose();
        }
    }

    /** The smallest overview that is still large enough. */
    private static int page(ImageReader reader, int pixels, TiffImage image) throws IOException {
        int best = 0;
        int pages = Math.min(32, reader.getNumImages(true));
        for (int i = 1; i < pages; i++) {
            boolean sameShape = Math.abs(
                            (double) reader.getWidth(i) / reader.getHeight(i) - (double) image.width() / image.height())
                    < 0.05;
            boolean smaller = reader.getWidth(i) < reader.getWidth(best);
            if (sameShape && smaller && Math.max(reader.getWidth(i), reader.getHeight(i)) >= pixels) {
                best = i;
            }
        }
        return best;
    }

    private static @Nullable Double noData(TiffImage image) {
        String text = image.description().noData();
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static BufferedImage stretch(Raster raster, @Nullable Double noData) {
        int bands = raster.getNumBands() >= 3 ? 3 : 1;
        boolean alpha = raster.getNumBands() == 4 || raster.getNumBands() == 2;
        double[][] range = new double[bands][];
        for (int band = 0; band < bands; band++) {
            range[band] = range(raster, band, noData);
        }
        var out = new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_INT_ARGB);
        double[] pixel = new double[raster.getNumBands()];
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                raster.getPixel(raster.getMinX() + x, raster.getMinY() + y, pixel);
                boolean hidden = isHidden(pixel, bands, noData) || (alpha && pixel[pixel.length - 1] == 0);
                if (!hidden) {
                    int red = shade(pixel[0], range[0]);
                    int green = bands == 3 ? shade(pixel[1], range[1]) : red;
                    int blue = bands == 3 ? shade(pixel[2], range[2]) : red;
                    out.setRGB(x, y, 0xFF000000 | red << 16 | green << 8 | blue);
                }
            }
        }
        return out;
    }

    private static boolean isHidden(double[] pixel, int bands, @Nullable Double noData) {
        for (int band = 0; band < bands; band++) {
            if (Double.isFinite(pixel[band]) && (noData == null || pixel[band] != noData)) {
                return false;
            }
        }
        return true;
    }

    private static double[] range(Raster raster, int band, @Nullable Double noData) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                double value = raster.getSampleDouble(raster.getMinX() + x, raster.getMinY() + y, band);
                if (Double.isFinite(value) && (noData == null || value != noData)) {
                    min = Math.min(min, value);
                    max = Math.max(max, value);
                }
            }
        }
        return new double[] {min, max};
    }

    private static int shade(double value, double[] range) {
        if (!Double.isFinite(value) || range[1] <= range[0]) {
            return 128;
        }
        return (int) Math.max(0, Math.min(255, Math.round(255 * (value - range[0]) / (range[1] - range[0]))));
    }
}
