package org.batchuploader.geotools.crs.definition;

/** A box in degrees of WGS 84; {@code east} is less than {@code west} where it crosses the antimeridian. */
public record Area(double west, double south, double east, double north) {
    public double width() {
        return east >= west ? east - west : east - west + 360;
    }

    /** Square degrees, for comparing areas with one another. */
    public double size() {
        return width() * (north - south);
    }

    public boolean contains(double longitude, double latitude, double margin) {
        double fromWest = ((longitude - west + margin) % 360 + 360) % 360;
        return latitude >= south - margin
                && latitude <= north + margin
                && (fromWest <= width() + 2 * margin || width() + 2 * margin >= 360);
    }

    public double centreLongitude() {
        return west + width() / 2;
    }
}
