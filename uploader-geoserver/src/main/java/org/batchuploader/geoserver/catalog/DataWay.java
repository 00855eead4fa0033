package org.batchuploader.geoserver.catalog;

import java.nio.file.Path;
import java.util.Map;

/** How data come to where GeoServer reads them. */
public sealed interface DataWay {
    /** Sent over REST into GeoServer's own data directory. Needs nothing; GeoServer keeps the files. */
    static DataWay streamed() {
        return new Streamed();
    }

    /**
     * Written to a disk that GeoServer sees too.
     *
     * @param root a folder of ours, for nothing else
     * @param seenAs the same folder as GeoServer sees it, absolute
     */
    static DataWay sharedDisk(Path root, String seenAs) {
        return new SharedDisk(root.toAbsolutePath().normalize(), seenAs);
    }

    /**
     * Vector data loaded into tables of a PostGIS database, the way for real use.
     *
     * @param connection of GeoServer to the database, in its words: {@code host}, {@code port}, {@code database}, {@code schema}, {@code user}, {@code passwd}
     * @param rasters the way of what is no vector data, and not a database
     */
    static DataWay tables(LayerTables tables, Map<String, String> connection, DataWay rasters) {
        return new Tables(tables, connection, rasters);
    }

    /** See {@link #streamed}. */
    record Streamed() implements DataWay {}

    /** See {@link #sharedDisk}. */
    record SharedDisk(Path root, String seenAs) implements DataWay {
        public SharedDisk {
            if (!seenAs.matches("(/|[A-Za-z]:[/\\\\]).*") || seenAs.contains("..")) {
                throw new IllegalArgumentException("not an absolute folder of GeoServer's: " + seenAs);
            }
        }
    }

    /** See {@link #tables}. */
    record Tables(LayerTables tables, Map<String, String> connection, DataWay rasters) implements DataWay {
        public Tables {
            connection = Map.copyOf(connection);
            if (rasters instanceof Tables) {
                throw new IllegalArgumentException("rasters do not go into tables");
            }
        }

        @Override
        public String toString() {
            return "Tables[" + connection.get("database") + " at " + connection.get("host") + ", " + rasters + "]";
        }
    }
}
