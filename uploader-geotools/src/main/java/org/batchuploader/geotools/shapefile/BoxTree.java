package org.batchuploader.geotools.shapefile;

import java.util.Arrays;

/**
 * Finds which of many boxes hold a given one, without looking at each: the boxes are halved by their middles, again and
 * again, and each half knows the box around it. One object serves all records; it is built in the order of n log² n.
 */
final class BoxTree {
    private static final int LEAF = 8;

    private double[] boxes = {};
    /** Numbers of boxes in their low halves, grouped as the tree wants them. */
    private long[] keys = new long[16];
    /** Around each node of a binary heap; the children of n are 2n and 2n + 1. */
    private double[] nodes = new double[8];

    private int count;
    private int[] found = new int[16];
    private int finds;
    private long steps;

    /** @param sides minX, minY, maxX, maxY of each box one after another; looked at again with each search */
    void build(double[] sides, int boxCount) {
        boxes = sides;
        count = boxCount;
        if (keys.length < count) {
            keys = new long[count];
        }
        for (int i = 0; i < count; i++) {
            keys[i] = i;
        }
        build(1, 0, count);
    }

    private void build(int node, int from, int to) {
        if (nodes.length < 4 * (node + 1)) {
            nodes = Arrays.copyOf(nodes, 2 * 4 * (node + 1));
        }
        around(4 * node, from, to);
        if (to - from <= LEAF) {
            return;
        }
        boolean wide = nodes[4 * node + 2] - nodes[4 * node] >= nodes[4 * node + 3] - nodes[4 * node + 1];
        sort(from, to, wide ? 0 : 1, nodes[4 * node + (wide ? 0 : 1)], nodes[4 * node + (wide ? 2 : 3)]);
        int middle = (from + to) >>> 1;
        build(2 * node, from, middle);
        build(2 * node + 1, middle, to);
    }

    private void around(int at, int from, int to) {
        double left = Double.POSITIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            int box = 4 * (int) keys[i];
            left = Math.min(left, boxes[box]);
            bottom = Math.min(bottom, boxes[box + 1]);
            right = Math.max(right, boxes[box + 2]);
            top = Math.max(top, boxes[box + 3]);
        }
        nodes[at] = left;
        nodes[at + 1] = bottom;
        nodes[at + 2] = right;
        nodes[at + 3] = top;
    }

    /** By the middles along an axis, which need not be exact: they only say what lies near what. */
    private void sort(int from, int to, int axis, double low, double high) {
        double scale = high > low ? Integer.MAX_VALUE / (high - low) : 0;
        for (int i = from; i < to; i++) {
            int box = (int) keys[i];
            double middle = (boxes[4 * box + axis] + boxes[4 * box + axis + 2]) / 2;
            keys[i] = (long) ((middle - low) * scale) << 32 | box;
        }
        Arrays.sort(keys, from, to);
    }

    /** How many boxes hold that one, itself included; {@link #found} says which. */
    int find(int box) {
        finds = 0;
        steps = 0;
        find(4 * box, 1, 0, count);
        return finds;
    }

    private void find(int box, int node, int from, int to) {
        steps++;
        if (!holds(nodes, 4 * node, box)) {
            return;
        }
        if (to - from <= LEAF) {
            for (int i = from; i < to; i++) {
                steps++;
                int other = (int) keys[i];
                if (holds(boxes, 4 * other, box)) {
                    add(other);
                }
            }
            return;
        }
        int middle = (from + to) >>> 1;
        find(box, 2 * node, from, middle);
        find(box, 2 * node + 1, middle, to);
    }

    private boolean holds(double[] outers, int outer, int box) {
        return boxes[box] >= outers[outer]
                && boxes[box + 1] >= outers[outer + 1]
                && boxes[box + 2] <= outers[outer + 2]
                && boxes[box + 3] <= outers[outer + 3];
    }

    private void add(int box) {
        if (finds == found.length) {
            found = Arrays.copyOf(found, 2 * finds);
        }
        found[finds++] = box;
    }

    /** The nth box of the last search. */
    int found(int n) {
        return found[n];
    }

    /** What the last search took. */
    long steps() {
        return steps;
    }
}
