package org.batchuploader.benchmarks.crs;

import java.util.List;
import org.geotools.api.referencing.FactoryException;
import org.geotools.referencing.CRS;

/** The peer: GeoTools' look-up with its full scan, on a sample, since a scan takes seconds. */
final class GeoToolsLookup {
    private int right;
    private int wrong;
    private int none;
    private double milliseconds;

    void run(List<Truth.Text> sample) {
        lookUp(sample.get(0).text());
        long start = System.nanoTime();
        for (Truth.Text text : sample) {
            Integer code = lookUp(text.text());
            if (code == null) {
                none++;
            } else if (text.code().equals("EPSG:" + code)) {
                right++;
            } else {
                wrong++;
            }
        }
        milliseconds = (System.nanoTime() - start) / 1e6 / sample.size();
    }

    private static @org.jspecify.annotations.Nullable Integer lookUp(String text) {
        try {
            return CRS.lookupEpsgCode(CRS.parseWKT(text), true);
        } catch (FactoryException | RuntimeException e) {
            return null;
        }
    }

    int right() {
        return right;
    }

    int wrong() {
        return wrong;
    }

    int none() {
        return none;
    }

    double milliseconds() {
        return milliseconds;
    }
}
