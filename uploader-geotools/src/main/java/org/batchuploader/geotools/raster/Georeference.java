package org.batchuploader.geotools.raster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.SourceFile;

/**
 * From pixels to coordinates: {@code x = a * column + b * row + c}, {@code y = d * column + e * row + f}, where column and
 * row count from the upper left corner of the image.
 */
record Georeference(double a, double b, double c, double d, double e, double f) {
    /** By the tags of the image. */
    static Optional<Georeference> ofTags(TiffImage image, boolean pixelPoint) {
        return ofTags(image).map(g -> pixelPoint ? g.moved(-0.5) : g);
    }

    /** By the middle of the first pixel and the size of one. */
    static Georeference ofCell(double middleX, double middleY, double width, double height) {
        return new Georeference(width, 0, middleX, 0, -height, middleY).moved(-0.5);
    }

    private static Optional<Georeference> ofTags(TiffImage image) {
        double[] matrix =
                image.field(TiffImage.TRANSFORMATION).map(TiffField::reals).orElse(new double[0]);
        if (matrix.length >= 8) {
            return Optional.of(new Georeference(matrix[0], matrix[1], matrix[3], matrix[4], matrix[5], matrix[7]));
        }
        double[] scale =
                image.field(TiffImage.PIXEL_SCALE).map(TiffField::reals).orElse(new double[0]);
        double[] tie = image.field(TiffImage.TIE_POINTS).map(TiffField::reals).orElse(new double[0]);
        if (scale.length < 2 || tie.length < 6) {
            return Optional.empty();
        }
        return Optional.of(
                new Georeference(scale[0], 0, tie[3] - tie[0] * scale[0], 0, -scale[1], tie[4] + tie[1] * scale[1]));
    }

    /** By a world file: what a column adds to x and y, what a row does, and the middle of the first pixel. */
    static Optional<Georeference> ofWorldFile(SourceFile file) throws IOException {
        try (InputStream in = Files.newInputStream(file.path())) {
            double[] n = Stream.of(new String(in.readNBytes(4096), StandardCharsets.US_ASCII)
                            .strip()
                            .replace(',', '.')
                            .split("\\s+"))
                    .limit(6)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return n.length < 6
                    ? Optional.empty()
                    : Optional.of(new Georeference(n[0], n[2], n[4], n[1], n[3], n[5]).moved(-0.5));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Georeference moved(double pixels) {
        return new Georeference(a, b, c + (a + b) * pixels, d, e, f + (d + e) * pixels);
    }

    boolean isSound() {
        return Double.isFinite(c)
                && Double.isFinite(f)
                && Math.abs(a * e - b * d) > 0
                && Double.isFinite(a * e - b * d);
    }

    /** The four corners, as x and y in turn, from the upper left one around. */
    double[] corners(int width, int height) {
        return new double[] {
            c,
            f,
            a * width + c,
            d * width + f,
            a * width + b * height + c,
            d * width + e * height + f,
            b * height + c,
            e * height + f
        };
    }

    Envelope extent(int width, int height) {
        double[] p = corners(width, height);
        double[] xs = {p[0], p[2], p[4], p[6]};
        double[] ys = {p[1], p[3], p[5], p[7]};
        return new Envelope(
                Arrays.stream(xs).min().orElseThrow(),
                Arrays.stream(ys).min().orElseThrow(),
                Arrays.stream(xs).max().orElseThrow(),
                Arrays.stream(ys).max().orElseThrow());
    }
}
