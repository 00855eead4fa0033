package org.batchuploader.testkit.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An uncompressed GeoTIFF of one band of bytes to be written: a slope from dark to light. Immutable; each method answers
 * a changed copy.
 *
 * @param epsg code of the CRS in the geokeys, 0 for none
 * @param projected whether that code is of a projected CRS
 * @param extent minX, minY, maxX, maxY in the CRS, empty for no georeferencing
 */
public record SampleGeoTiff(
        String fileName, int width, int height, int epsg, boolean projected, List<Double> extent, boolean big) {
    public SampleGeoTiff {
        extent = List.copyOf(extent);
    }

    /** 64 by 32 pixels of North Carolina in EPSG:4326. */
    public static SampleGeoTiff named(String fileName) {
        return new SampleGeoTiff(fileName, 64, 32, 4326, false, List.of(-84.0, 33.0, -76.0, 37.0), false);
    }

    public SampleGeoTiff size(int pixelsWide, int pixelsHigh) {
        return new SampleGeoTiff(fileName, pixelsWide, pixelsHigh, epsg, projected, extent, big);
    }

    public SampleGeoTiff geographic(int code) {
        return new SampleGeoTiff(fileName, width, height, code, false, extent, big);
    }

    public SampleGeoTiff projected(int code) {
        return new SampleGeoTiff(fileName, width, height, code, true, extent, big);
    }

    public SampleGeoTiff within(double minX, double minY, double maxX, double maxY) {
        return new SampleGeoTiff(fileName, width, height, epsg, projected, List.of(minX, minY, maxX, maxY), big);
    }

    /** With tie point and pixel scale but without a CRS. */
    public SampleGeoTiff withoutCrs() {
        return new SampleGeoTiff(fileName, width, height, 0, false, extent, big);
    }

    /** A plain TIFF. */
    public SampleGeoTiff unreferenced() {
        return new SampleGeoTiff(fileName, width, height, 0, false, List.of(), big);
    }

    /** As BigTIFF. */
    public SampleGeoTiff bigTiff() {
        return new SampleGeoTiff(fileName, width, height, epsg, projected, extent, true);
    }

    public Path writeTo(Path folder) throws IOException {
        Path file = folder.resolve(fileName);
        byte[] directory = new TiffDirectory(this).bytes();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(directory);
            byte[] row = new byte[width];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    row[x] = (byte) (32 + 200L * (x + y) / (width + height));
                }
                out.write(row);
            }
        }
        return file;
    }

    /** The world file of this extent, beside the image. */
    public Path writeWorldFileTo(Path folder, List<Double> within) throws IOException {
        double pixelX = (within.get(2) - within.get(0)) / width;
        double pixelY = (within.get(3) - within.get(1)) / height;
        String text = "%s%n0%n0%n%s%n%s%n%s%n"
                .formatted(pixelX, -pixelY, within.get(0) + pixelX / 2, within.get(3) - pixelY / 2);
        return Files.writeString(folder.resolve(fileName.replaceFirst("\\.tiff?$", ".tfw")), text);
    }

    /** A header of four bytes order and version, as all TIFFs start. */
    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
