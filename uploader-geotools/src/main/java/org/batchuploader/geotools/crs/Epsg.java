package org.batchuploader.geotools.crs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.geotools.referencing.factory.epsg.hsql.ThreadedHsqlEpsgFactory;

/**
 * The EPSG dataset, opened at the first question. GeoTools unpacks it once for each user of the machine, under a lock that
 * holds between processes, to where the system property {@value #DIRECTORY} says; unless set, into a directory of ours
 * in the temporary one.
 */
final class Epsg {
    static final String DIRECTORY = "EPSG-HSQL.directory";

    private static final class Holder {
        static final Epsg INSTANCE = new Epsg();
    }

    /** Trying a projection where it does not reach is what we do on purpose; GeoTools would warn each time. Held, to stay set. */
    private static final Logger PROJECTIONS = Logger.getLogger("org.geotools.referencing.operation.projection");

    private final Map<Integer, EpsgEntry> entries;
    private final Map<String, List<EpsgEntry>> byOrigin = new HashMap<>();
    private final Map<Integer, List<EpsgEntry>> geographicByDatum = new HashMap<>();
    private final DatumNames datums;
    private final Map<Integer, CoordinateReferenceSystem> decoded = new ConcurrentHashMap<>();

    private Epsg() {
        if (System.getProperty(DIRECTORY) == null) {
            Path ours = Path.of(
                    System.getProperty("java.io.tmpdir"), "batch-uploader-epsg-" + System.getProperty("user.name"));
            System.setProperty(DIRECTORY, ours.toString());
        }
        System.setProperty("hsqldb.reconfig_logging", "false");
        PROJECTIONS.setLevel(Level.SEVERE);
        try {
            decode(4326);
            var tables = new EpsgTables(database());
            entries = tables.entries();
            datums = new DatumNames(tables.datumNames());
        } catch (FactoryException | SQLException e) {
            throw new IllegalStateException("the EPSG dataset cannot be opened in " + System.getProperty(DIRECTORY), e);
        }
        for (EpsgEntry entry : entries.values()) {
            EpsgEntry.Origin origin = entry.origin();
            if (origin == null) {
                geographicByDatum
                        .computeIfAbsent(entry.datum(), k -> new ArrayList<>())
                        .add(entry);
            } else {
                byOrigin.computeIfAbsent(origin.key(), k -> new ArrayList<>()).add(entry);
            }
        }
    }

    static Epsg instance() {
        return Holder.INSTANCE;
    }

    private static Path database() {
        Path directory = Path.of(System.getProperty(DIRECTORY));
        Path versioned = directory.resolve("v" + ThreadedHsqlEpsgFactory.VERSION);
        return (Files.isDirectory(versioned) ? versioned : directory).resolve("EPSG");
    }

    Optional<EpsgEntry> find(int code) {
        return Optional.ofNullable(entries.get(code));
    }

    /** All of them, by code. */
    List<EpsgEntry> all() {
        return entries.values().stream()
                .sorted(Comparator.comparingInt(EpsgEntry::code))
                .toList();
    }

    List<EpsgEntry> projectedFrom(String originKey) {
        return byOrigin.getOrDefault(originKey, List.of());
    }

    List<EpsgEntry> geographicOn(int datum) {
        return geographicByDatum.getOrDefault(datum, List.of());
    }

    DatumNames datums() {
        return datums;
    }

    /** The CRS with longitude or easting first. */
    CoordinateReferenceSystem decode(int code) throws FactoryException {
        CoordinateReferenceSystem known = decoded.get(code);
        if (known == null) {
            try {
                known = CRS.decode("EPSG:" + code, true);
            } catch (LinkageError e) {
                throw new FactoryException("EPSG:" + code + " needs a library that is not there", e);
            }
            decoded.put(code, known);
        }
        return known;
    }
}
