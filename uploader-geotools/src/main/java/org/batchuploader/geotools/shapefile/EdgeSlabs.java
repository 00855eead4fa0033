package org.batchuploader.geotools.shapefile;

/**
 * The edges of one ring by the height they are at, so that not all of a long ring are looked at for each of the many rings
 * within it. Where edges are so tall that they would be in too many slabs, there are fewer slabs.
 */
final class EdgeSlabs {
    private static final int EDGES_IN_A_SLAB = 8;
    private static final int COPIES = 4;

    private final double low;
    private final double scale;
    private final int slabs;
    private final int[] starts;
    private final int[] edges;

    /** @param heights of the ring's points, the last of which is joined with the first */
    EdgeSlabs(double[] heights) {
        double bottom = Double.POSITIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (double height : heights) {
            bottom = Math.min(bottom, height);
            top = Math.max(top, height);
        }
        low = bottom;
        int wanted = 2 * Math.max(1, heights.length / EDGES_IN_A_SLAB);
        double unit;
        int[] counts;
        do {
            wanted = Math.max(1, wanted / 2);
            unit = top > bottom ? wanted / (top - bottom) : 0;
            counts = counts(heights, unit, wanted);
        } while (wanted > 1 && counts[wanted] > COPIES * heights.length);
        slabs = wanted;
        scale = unit;
        starts = counts;
        edges = new int[counts[slabs]];
        for (int i = heights.length - 1; i >= 0; i--) {
            double other = heights[(i + 1) % heights.length];
            for (int slab = slab(Math.min(heights[i], other)); slab <= slab(Math.max(heights[i], other)); slab++) {
                edges[--starts[slab]] = i;
            }
        }
    }

    /** Where the edges of each slab end, all of them at the last place. */
    private int[] counts(double[] heights, double unit, int count) {
        long[] sums = new long[count + 1];
        for (int i = 0; i < heights.length; i++) {
            double other = heights[(i + 1) % heights.length];
            int lowest = slab(Math.min(heights[i], other), low, unit, count);
            int highest = slab(Math.max(heights[i], other), low, unit, count);
            sums[lowest]++;
            sums[highest + 1]--;
        }
        int[] ends = new int[count + 1];
        long here = 0;
        long sum = 0;
        for (int slab = 0; slab < count; slab++) {
            here += sums[slab];
            sum += here;
            ends[slab] = (int) Math.min(sum, Integer.MAX_VALUE);
        }
        ends[count] = (int) Math.min(sum, Integer.MAX_VALUE);
        return ends;
    }

    private static int slab(double height, double low, double unit, int count) {
        return Math.max(0, Math.min(count - 1, (int) ((height - low) * unit)));
    }

    /** The slab at a height within the ring's. */
    int slab(double height) {
        return slab(height, low, scale, slabs);
    }

    /** Where the slab's edges begin; they end where those of the next begin. */
    int start(int slab) {
        return starts[slab];
    }

    /** The number of the point an edge begins at, counted in its ring. */
    int edge(int place) {
        return edges[place];
    }
}
