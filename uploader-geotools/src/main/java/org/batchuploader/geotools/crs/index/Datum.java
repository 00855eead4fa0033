package org.batchuploader.geotools.crs.index;

import java.util.List;

/**
 * A geodetic datum or datum ensemble.
 *
 * @param code of EPSG; negative for one of ESRI's that EPSG lacks
 * @param names its own first, then aliases and other programs' spellings
 * @param words the same names as words of the index's vocabulary
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, compared by code
record Datum(int code, List<String> names, int[][] words) {
    String name() {
        return names.get(0);
    }
}
