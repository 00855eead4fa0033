package org.batchuploader.geotools.crs;

import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.metadata.iso.citation.Citations;
import org.geotools.referencing.wkt.Formattable;
import org.geotools.referencing.wkt.UnformattableObjectException;

/** The text of a {@code .prj} for a CRS, in ESRI's dialect. */
public final class EsriWkt {
    private EsriWkt() {}

    /** @param code authority and code, {@code EPSG:2056} */
    public static String of(String code) throws FactoryException {
        CoordinateReferenceSystem crs = Epsg.instance().decode(code);
        try {
            return ((Formattable) crs).toWKT(Citations.ESRI, 0);
        } catch (UnformattableObjectException e) {
            return crs.toWKT();
        }
    }
}
