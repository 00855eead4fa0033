package org.batchuploader.geotools.shapefile;

/** The ranges of all heights and measures, those of "no data" left out; x and y are known from the scan. */
final class Ranges {
    private static final double NO_DATA = -1e38;
    private final RecordLayout layout = new RecordLayout();
    private final double[] all = new double[8];
    private double minZ = Double.POSITIVE_INFINITY;
    private double maxZ = Double.NEGATIVE_INFINITY;
    private double minM = Double.POSITIVE_INFINITY;
    private double maxM = Double.NEGATIVE_INFINITY;

    Ranges(ShapeScan scan) {
        scan.extent().ifPresent(box -> {
            all[0] = box.minX();
            all[1] = box.minY();
            all[2] = box.maxX();
            all[3] = box.maxY();
        });
    }

    void add(byte[] content, int length) {
        layout.read(content, 0, length, null);
        int count = layout.points();
        int range = layout.type().isPoint() ? 0 : 16;
        if (layout.type() == ShapeType.NULL) {
            return;
        }
        if (layout.zAt() >= 0) {
            for (int i = 0; i < count; i++) {
                double z = Bytes.littleDouble(content, layout.zAt() + range + 8 * i);
                if (z > NO_DATA) {
                    minZ = Math.min(minZ, z);
                    maxZ = Math.max(maxZ, z);
                }
            }
        }
        int mAt = layout.mAt(length);
        for (int i = 0; mAt >= 0 && i < count; i++) {
            double m = Bytes.littleDouble(content, mAt + range + 8 * i);
            if (m > NO_DATA) {
                minM = Math.min(minM, m);
                maxM = Math.max(maxM, m);
            }
        }
    }

    /** minX, minY, maxX, maxY, minZ, maxZ, minM, maxM; 0 where there is none. */
    double[] all() {
        double[] ranges = all.clone();
        if (minZ <= maxZ) {
            ranges[4] = minZ;
            ranges[5] = maxZ;
        }
        if (minM <= maxM) {
            ranges[6] = minM;
            ranges[7] = maxM;
        }
        return ranges;
    }
}
