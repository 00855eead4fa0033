package org.batchuploader.geotools.geometry;

/**
 * A geometry of one family: points, lines or rings in parts, x first (easting or longitude). Rings are closed; each outer
 * ring comes before its holes. Immutable.
 */
public final class Shape {
    private final Family family;
    private final boolean hasZ;
    private final boolean hasM;
    private final double[] coordinates;
    private final int[] ends;
    private final boolean[] holes;

    /** @param coordinates x, y, z, m of each point, one after the other; taken, not copied */
    Shape(Family family, boolean hasZ, boolean hasM, double[] coordinates, int[] ends, boolean[] holes) {
        this.family = family;
        this.hasZ = hasZ;
        this.hasM = hasM;
        this.coordinates = coordinates;
        this.ends = ends;
        this.holes = holes;
    }

    public Family family() {
        return family;
    }

    public boolean hasZ() {
        return hasZ;
    }

    public boolean hasM() {
        return hasM;
    }

    public int points() {
        return coordinates.length / 4;
    }

    /** Single points, lines or rings. */
    public int parts() {
        return ends.length;
    }

    /** Index of the part's first point. */
    public int start(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    /** Index behind the part's last point. */
    public int end(int part) {
        return ends[part];
    }

    public boolean isHole(int part) {
        return holes[part];
    }

    public double x(int point) {
        return coordinates[4 * point];
    }

    public double y(int point) {
        return coordinates[4 * point + 1];
    }

    /** 0 where the point has none. */
    public double z(int point) {
        return coordinates[4 * point + 2];
    }

    /** NaN where the point has none. */
    public double m(int point) {
        return coordinates[4 * point + 3];
    }

    /** Twice the area within a ring, negative when it runs clockwise. */
    public double area(int part) {
        double sum = 0;
        int start = start(part);
        for (int i = start; i + 1 < end(part); i++) {
            sum += (x(i) - x(start)) * (y(i + 1) - y(start)) - (x(i + 1) - x(start)) * (y(i) - y(start));
        }
        return sum;
    }
}
