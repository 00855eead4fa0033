package org.batchuploader.geotools.crs.index;

import org.batchuploader.geotools.crs.definition.CrsDefinition;
import org.batchuploader.geotools.crs.definition.Method;
import org.batchuploader.geotools.crs.definition.Parameter;
import org.batchuploader.geotools.crs.definition.Projection;

/** What a CRS does, as a key: equal for two that differ in name and order of axes only. */
final class Meaning {
    private Meaning() {}

    static String key(CrsDefinition crs, int datum) {
        var key = new StringBuilder()
                .append(datum)
                .append('/')
                .append(Math.round(crs.semiMajor() * 1e3))
                .append('/')
                .append(Math.round(crs.meridian() * 1e6))
                .append('/')
                .append(Math.round(crs.unit() * 1e9));
        Projection projection = crs.projection();
        if (projection != null) {
            key.append('/').append(projection.method());
            key.append(projection.method() == Method.OTHER ? projection.methodName() : "");
            for (Parameter parameter : Parameter.values()) {
                double scale =
                        switch (parameter.quantity()) {
                            case ANGLE -> 1e7;
                            case LENGTH -> 1e3;
                            case SCALE -> 1e9;
                        };
                key.append('/').append(Math.round(projection.value(parameter) * scale));
            }
        }
        return key.toString();
    }
}
