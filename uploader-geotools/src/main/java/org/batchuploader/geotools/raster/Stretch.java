package org.batchuploader.geotools.raster;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/** Shows values on a screen: the least black, the greatest white, what is no data not at all. */
final class Stretch {
    private Stretch() {}

    static @Nullable Double number(@Nullable String noData) {
        try {
            return noData == null ? null : Double.valueOf(noData);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static BufferedImage draw(Raster raster, @Nullable Double noData) {
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
