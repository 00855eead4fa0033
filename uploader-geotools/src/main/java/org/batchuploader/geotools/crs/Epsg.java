package org.batchuploader.geotools.crs;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;

/**
 * Makes CRSs of codes, for transforming; opened at the first question. GeoTools unpacks its EPSG dataset once for each user
 * of the machine, under a lock that holds between processes, to where the system property {@value #DIRECTORY} says; unless
 * set, into a directory of ours in the temporary one.
 */
final class Epsg {
    static final String DIRECTORY = "EPSG-HSQL.directory";

    private static final class Holder {
        static final Epsg INSTANCE = new Epsg();
    }

    /** Trying a projection where it does not reach is what we do on purpose; GeoTools would warn each time. Held, to stay set. */
    private static final Logger PROJECTIONS = Logger.getLogger("org.geotools.referencing.operation.projection");

    private final Map<String, CoordinateReferenceSystem> decoded = new ConcurrentHashMap<>();

    private Epsg() {
        if (System.getProperty(DIRECTORY) == null) {
            Path ours = Path.of(
                    System.getProperty("java.io.tmpdir"), "batch-uploader-epsg-" + System.getProperty("user.name"));
            System.setProperty(DIRECTORY, ours.toString());
        }
        System.setProperty("hsqldb.reconfig_logging", "false");
        PROJECTIONS.setLevel(Level.SEVERE);
    }

    static Epsg instance() {
        return Holder.INSTANCE;
    }

    /** The CRS with longitude or easting first. */
    CoordinateReferenceSystem decode(String authorityCode) throws FactoryException {
        CoordinateReferenceSystem known = decoded.get(authorityCode);
        if (known == null) {
            try {
                known = CRS.decode(authorityCode, true);
            } catch (LinkageError e) {
                throw new FactoryException(authorityCode + " needs a library that is not there", e);
            }
            decoded.put(authorityCode, known);
        }
        return known;
    }
}
