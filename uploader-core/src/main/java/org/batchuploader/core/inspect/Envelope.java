package org.batchuploader.core.inspect;

/**
 * A box in the units and the axis order of the CRS it is given in, x first: easting or longitude, then northing or
 * latitude.
 */
public record Envelope(double minX, double minY, double maxX, double maxY) {
    public Envelope {
        if (!(minX <= maxX && minY <= maxY)) {
            throw new IllegalArgumentException("not an envelope: " + minX + ", " + minY + ", " + maxX + ", " + maxY);
        }
    }

    public double width() {
        return maxX - minX;
    }

    public double height() {
        return maxY - minY;
    }
}
