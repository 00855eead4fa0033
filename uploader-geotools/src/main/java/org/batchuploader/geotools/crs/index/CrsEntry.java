package org.batchuploader.geotools.crs.index;

import java.util.List;
import org.batchuploader.geotools.crs.definition.Area;
import org.batchuploader.geotools.crs.definition.CrsDefinition;
import org.batchuploader.geotools.crs.definition.Projection;
import org.jspecify.annotations.Nullable;

/**
 * A horizontal CRS of the index.
 *
 * @param authority {@code EPSG} or {@code ESRI}
 * @param names its own first, then aliases
 * @param successor code of the CRS that replaces a deprecated one, 0 without
 * @param group equal for CRSs that are the same but for name and order of axes
 * @param base code of the geographic CRS it rests on, its own for a geographic one
 * @param datum number of the datum in the index
 * @param definition what it does
 * @param place where it is used, in words
 * @param box of its area of use in its own coordinates, x before y; absent for geographic CRSs and where it cannot be computed
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, compared by code
public record CrsEntry(
        String authority,
        int code,
        List<String> names,
        int[][] words,
        boolean deprecated,
        int successor,
        int group,
        int base,
        int datum,
        CrsDefinition definition,
        String place,
        double @Nullable [] box) {
    public String authorityCode() {
        return authority + ":" + code;
    }

    public String name() {
        return names.get(0);
    }

    public boolean isProjected() {
        return definition.isProjected();
    }

    public @Nullable Projection projection() {
        return definition.projection();
    }

    public @Nullable Area area() {
        return definition.area();
    }
}
