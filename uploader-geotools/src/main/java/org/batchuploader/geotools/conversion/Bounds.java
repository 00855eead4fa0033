package org.batchuploader.geotools.conversion;

import java.nio.ByteBuffer;

/** The least and the greatest of numbers; 0 and 0 of none. */
final class Bounds {
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    void add(double number) {
        if (Double.isFinite(number)) {
            least = Math.min(least, number);
            greatest = Math.max(greatest, number);
        }
    }

    void add(Bounds other) {
        add(other.least);
        add(other.greatest);
    }

    double least() {
        return least <= greatest ? least : 0;
    }

    double greatest() {
        return least <= greatest ? greatest : 0;
    }

    void put(ByteBuffer bytes) {
        bytes.putDouble(least()).putDouble(greatest());
    }
}
