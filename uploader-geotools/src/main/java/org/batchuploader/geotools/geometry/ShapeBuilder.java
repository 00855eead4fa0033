package org.batchuploader.geotools.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.geotools.DamagedFile;

/**
 * Gathers the geometry of one feature, point by point. What is of several families becomes a shape of each. Rings are
 * closed where they are not; a line or ring of too few points is nothing anybody can draw, and is dropped and counted.
 */
public final class ShapeBuilder {
    /** Points of one feature, of all families together: 128 MB. */
    static final int MOST_POINTS = 4_000_000;

    private final Map<Family, Gathered> families = new EnumMap<>(Family.class);
    private int points;
    private int dropped;
    private boolean swapped;
    private boolean hasZ;
    private boolean hasM;

    private static final class Gathered {
        double[] coordinates = new double[16];
        int[] ends = new int[4];
        boolean[] holes = new boolean[4];
        int points;
        int parts;

        void add(double x, double y, double z, double m) {
            int at = 4 * points++;
            if (at == coordinates.length) {
                coordinates = Arrays.copyOf(coordinates, 2 * at);
            }
            coordinates[at] = x;
            coordinates[at + 1] = y;
            coordinates[at + 2] = z;
            coordinates[at + 3] = m;
        }

        void end(boolean hole) {
            if (parts == ends.length) {
                ends = Arrays.copyOf(ends, 2 * parts);
                holes = Arrays.copyOf(holes, 2 * parts);
            }
            holes[parts] = hole;
            ends[parts++] = points;
        }

        int begun() {
            return parts == 0 ? 0 : ends[parts - 1];
        }
    }

    /** Whether coordinates come y first from now on. */
    public void swap(boolean yFirst) {
        swapped = yFirst;
    }

    /** Adds a point to the part being gathered; NaN for a z or m that it does not have. */
    public void add(Family family, double x, double y, double z, double m) throws DamagedFile {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new DamagedFile("A coordinate is not a number.");
        }
        if (++points > MOST_POINTS) {
            throw new DamagedFile("A feature has more than %d points.".formatted(MOST_POINTS));
        }
        boolean finiteZ = Double.isFinite(z);
        hasZ |= finiteZ;
        hasM |= Double.isFinite(m);
        families.computeIfAbsent(family, f -> new Gathered())
                .add(swapped ? y : x, swapped ? x : y, finiteZ ? z : 0, Double.isFinite(m) ? m : Double.NaN);
    }

    /** Ends a single point, a line or a ring. */
    public void endPart(Family family, boolean hole) {
        Gathered gathered = families.get(family);
        if (gathered == null || gathered.points == gathered.begun()) {
            return;
        }
        int first = gathered.begun();
        if (family == Family.POLYGON) {
            close(gathered, first);
        }
        int least = family == Family.POLYGON ? 4 : family == Family.LINE ? 2 : 1;
        if (gathered.points - first < least) {
            gathered.points = first;
            dropped++;
        } else {
            gathered.end(hole);
        }
    }

    private static void close(Gathered gathered, int first) {
        double[] c = gathered.coordinates;
        int last = gathered.points - 1;
        if (c[4 * first] != c[4 * last] || c[4 * first + 1] != c[4 * last + 1]) {
            gathered.add(c[4 * first], c[4 * first + 1], c[4 * first + 2], c[4 * first + 3]);
        }
    }

    /** Lines and rings of too few points, since the last {@link #take}. */
    public int dropped() {
        return dropped;
    }

    /** The shapes gathered, one for each family, and begins anew. */
    public List<Shape> take() {
        List<Shape> shapes = new ArrayList<>();
        families.forEach((family, gathered) -> {
            if (gathered.parts > 0) {
                shapes.add(new Shape(
                        family,
                        hasZ,
                        hasM,
                        Arrays.copyOf(gathered.coordinates, 4 * gathered.begun()),
                        Arrays.copyOf(gathered.ends, gathered.parts),
                        Arrays.copyOf(gathered.holes, gathered.parts)));
            }
        });
        families.clear();
        points = 0;
        dropped = 0;
        hasZ = false;
        hasM = false;
        return shapes;
    }
}
