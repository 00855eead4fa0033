package org.batchuploader.geoserver.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.testkit.fake.FakeTables;

/** A database in memory, seen from both sides: by the catalog that loads it and by the GeoServer that reads it. */
final class MemoryTables implements LayerTables, FakeTables {
    final Map<String, Table> tables = new ConcurrentHashMap<>();
    volatile boolean down;
    volatile boolean refusing;

    @Override
    public void load(Publication publication) {
        if (down) {
            throw new RemoteUnavailable("PostGIS", "the database cannot be reached");
        }
        if (refusing) {
            throw new RemoteRefused("PostGIS", "the database has no room left");
        }
        tables.put(publication.name(), Table.of(publication));
    }

    @Override
    public void drop(String layerName) {
        tables.remove(layerName);
    }

    @Override
    public Optional<Table> find(Map<String, String> connection, String table) {
        return connection.getOrDefault("host", "").equals("db.example")
                ? Optional.ofNullable(tables.get(table))
                : Optional.empty();
    }
}
