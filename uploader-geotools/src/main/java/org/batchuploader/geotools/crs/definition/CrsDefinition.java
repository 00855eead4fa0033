package org.batchuploader.geotools.crs.definition;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A horizontal coordinate reference system by its meaning.
 *
 * @param name of the whole, as written; empty when it has none
 * @param datum names of the datum or ensemble, as written; empty when it is not named
 * @param base name of the geographic CRS a projected one rests on; its own for a geographic one
 * @param semiMajor axis of the ellipsoid in metres
 * @param inverseFlattening of the ellipsoid; 0 for a sphere
 * @param meridian degrees of the prime meridian from Greenwich
 * @param projection absent for a geographic CRS
 * @param unit of coordinates, in metres or degrees
 * @param axes directions in their order, as in {@code EN}; empty when not said
 * @param code of EPSG that the text itself gives to the whole
 * @param area of use that the text itself gives
 */
public record CrsDefinition(
        String name,
        List<String> datum,
        String base,
        double semiMajor,
        double inverseFlattening,
        double meridian,
        @Nullable Projection projection,
        double unit,
        String axes,
        OptionalInt code,
        @Nullable Area area) {
    public CrsDefinition {
        datum = List.copyOf(datum);
    }

    public boolean isProjected() {
        return projection != null;
    }

    /** Square of the eccentricity of the ellipsoid. */
    public double eccentricity2() {
        double f = inverseFlattening == 0 ? 0 : 1 / inverseFlattening;
        return f * (2 - f);
    }
}
