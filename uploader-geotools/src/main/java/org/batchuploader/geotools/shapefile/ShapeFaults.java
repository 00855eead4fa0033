package org.batchuploader.geotools.shapefile;

import java.util.ArrayList;
import java.util.List;

/** How often each fault was found, and where first. */
final class ShapeFaults {
    private final long[] counts = new long[ShapeFault.values().length];
    private final int[] first = new int[counts.length];

    /** @param found bits of {@link ShapeFault} */
    void add(int found, int record) {
        for (int i = 0; i < counts.length; i++) {
            if ((found & (1 << i)) != 0 && counts[i]++ == 0) {
                first[i] = record;
            }
        }
    }

    /** Half a sentence for each fault that is there. */
    List<String> tell() {
        var told = new ArrayList<String>();
        for (ShapeFault fault : ShapeFault.values()) {
            long count = counts[fault.place()];
            if (count > 0) {
                int record = first[fault.place()];
                told.add(fault.tell(
                        count == 1 ? "record " + record : "%d records (first: %d)".formatted(count, record)));
            }
        }
        return told;
    }
}
