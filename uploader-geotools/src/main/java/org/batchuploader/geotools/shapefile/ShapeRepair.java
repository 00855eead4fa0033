package org.batchuploader.geotools.shapefile;

import java.util.Arrays;

/**
 * Writes a record as it should have been: of exactly the length its shape needs, with closed rings that run the right way
 * round, no part without points, and boxes that fit. Vertices keep their bits.
 */
final class ShapeRepair {
    private final RingOrder rings = new RingOrder();
    private byte[] out = new byte[256];
    private int length;
    private int[] vertices = new int[64];
    private int[] parts = new int[16];
    private int vertexCount;
    private int partCount;

    /** The repaired content of the record stood on, from {@code out()[0]} to {@code length()}. */
    void repair(RecordWalk walk, boolean empty) {
        RecordLayout layout = walk.layout();
        byte[] in = walk.bytes();
        int at = walk.content();
        if (empty || layout.type() == ShapeType.NULL) {
            nothing();
        } else if (layout.type().isPoint()) {
            length = (int) Math.min(walk.length(), layout.longest());
            room(length);
            System.arraycopy(in, at, out, 0, length);
            Bytes.putLittleInt(out, 0, layout.type().number());
        } else {
            choose(in, at, layout);
            if (vertexCount == 0) {
                nothing();
            } else {
                copy(in, at, layout, layout.mAt(walk.length()));
            }
        }
    }

    private void nothing() {
        length = 4;
        Bytes.putLittleInt(out, 0, ShapeType.NULL.number());
    }

    /** Which vertices are taken, in which order. */
    private void choose(byte[] in, int at, RecordLayout layout) {
        ShapeType type = layout.type();
        partCount = 0;
        vertexCount = 0;
        vertices = grown(vertices, layout.points() + layout.parts());
        parts = grown(parts, layout.parts());
        boolean polygon = type.isPolygon();
        if (polygon) {
            rings.faults(in, at, layout);
        }
        boolean dropsParts = polygon || type.isLine();
        for (int part = 0; part < layout.parts(); part++) {
            int from = start(in, at, layout, part);
            int to = part + 1 < layout.parts() ? start(in, at, layout, part + 1) : layout.points();
            boolean open = polygon && to > from && !isClosed(in, at + layout.pointsAt(), from, to - 1);
            if (dropsParts && to - from + (open ? 1 : 0) < (polygon ? RingOrder.FEWEST : 1)) {
                continue;
            }
            parts[partCount++] = vertexCount;
            boolean reversed = polygon && rings.isWrong(part);
            for (int i = from; i < to; i++) {
                vertices[vertexCount++] = reversed ? to - 1 - (i - from) : i;
            }
            if (open) {
                vertices[vertexCount] = vertices[vertexCount - (to - from)];
                vertexCount++;
            }
        }
    }

    private static int start(byte[] in, int at, RecordLayout layout, int part) {
        return part == 0 ? 0 : Bytes.littleInt(in, at + layout.partsAt() + 4 * part);
    }

    private static boolean isClosed(byte[] in, int points, int first, int last) {
        return Bytes.littleDouble(in, points + 16 * first) == Bytes.littleDouble(in, points + 16 * last)
                && Bytes.littleDouble(in, points + 16 * first + 8) == Bytes.littleDouble(in, points + 16 * last + 8);
    }

    private void copy(byte[] in, int at, RecordLayout layout, int mAt) {
        ShapeType type = layout.type();
        boolean parted = type.hasParts();
        int counts = RecordLayout.boxAt() + 32;
        int pointsAt = counts + (parted ? 8 + partCount * (type.isPatch() ? 8 : 4) : 4);
        int zAt = pointsAt + 16 * vertexCount;
        int zEnd = zAt + (type.hasZ() ? 16 + 8 * vertexCount : 0);
        length = zEnd + (mAt >= 0 ? 16 + 8 * vertexCount : 0);
        room(length);
        Bytes.putLittleInt(out, 0, type.number());
        if (parted) {
            Bytes.putLittleInt(out, counts, partCount);
            for (int part = 0; part < partCount; part++) {
                Bytes.putLittleInt(out, counts + 8 + 4 * part, parts[part]);
            }
            if (type.isPatch()) {
                int kinds = at + layout.partsAt() + 4 * layout.parts();
                System.arraycopy(in, kinds, out, counts + 8 + 4 * partCount, 4 * partCount);
            }
        }
        Bytes.putLittleInt(out, pointsAt - (parted ? 4 + partCount * (type.isPatch() ? 8 : 4) : 4), vertexCount);
        points(in, at + layout.pointsAt(), pointsAt);
        if (type.hasZ()) {
            ordinates(in, at + layout.zAt(), zAt);
        }
        if (mAt >= 0) {
            ordinates(in, at + mAt, zEnd);
        }
    }

    private void points(byte[] in, int from, int to) {
        double left = Double.POSITIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < vertexCount; i++) {
            int source = from + 16 * vertices[i];
            System.arraycopy(in, source, out, to + 16 * i, 16);
            left = Math.min(left, Bytes.littleDouble(in, source));
            right = Math.max(right, Bytes.littleDouble(in, source));
            bottom = Math.min(bottom, Bytes.littleDouble(in, source + 8));
            top = Math.max(top, Bytes.littleDouble(in, source + 8));
        }
        Bytes.putLittleDouble(out, RecordLayout.boxAt(), left);
        Bytes.putLittleDouble(out, RecordLayout.boxAt() + 8, bottom);
        Bytes.putLittleDouble(out, RecordLayout.boxAt() + 16, right);
        Bytes.putLittleDouble(out, RecordLayout.boxAt() + 24, top);
    }

    /** Heights or measures; a range in which some are "no data" is left as it was, since programs differ about it. */
    private void ordinates(byte[] in, int from, int to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean known = true;
        for (int i = 0; i < vertexCount; i++) {
            double value = Bytes.littleDouble(in, from + 16 + 8 * vertices[i]);
            Bytes.putLittleDouble(out, to + 16 + 8 * i, value);
            known &= value > -1e38;
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        Bytes.putLittleDouble(out, to, known ? low : Bytes.littleDouble(in, from));
        Bytes.putLittleDouble(out, to + 8, known ? high : Bytes.littleDouble(in, from + 8));
    }

    private void room(int wanted) {
        if (out.length < wanted) {
            out = new byte[Math.max(wanted, 2 * out.length)];
        }
    }

    private static int[] grown(int[] array, int wanted) {
        return array.length < wanted ? Arrays.copyOf(array, Math.max(wanted, 2 * array.length)) : array;
    }

    byte[] out() {
        return out;
    }

    int length() {
        return length;
    }
}
