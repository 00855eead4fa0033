package org.batchuploader.geoserver.catalog;

import java.util.HashMap;
import java.util.Map;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geoserver.client.GeoServerClient;

/**
 * Loads vector data into a table and publishes that from a store of its own, since there are those who know a layer by its store alone.
 * A store that nobody asks keeps no connection.
 */
final class TableCarrier implements Carrier {
    /** What GeoServer calls such a store. */
    static final String TYPE = "PostGIS";

    private static final Map<String, String> USUAL = Map.of(
            "dbtype", "postgis",
            "Expose primary keys", "false",
            "preparedStatements", "true",
            "validate connections", "true",
            "min connections", "0",
            "max connections", "5");

    private final GeoServerClient client;
    private final LayerTables tables;
    private final Map<String, String> parameters = new HashMap<>(USUAL);

    TableCarrier(GeoServerClient client, DataWay.Tables way) {
        this.client = client;
        this.tables = way.tables();
        parameters.putAll(way.connection());
    }

    @Override
    public void carry(LayerRef ref, Publication publication) {
        tables.load(publication);
        client.stores().putPostgis(ref.workspace(), ref.store(), parameters);
        client.resources().resetFeatureType(ref.workspace(), ref.store(), ref.name());
    }

    @Override
    public void settle(LayerRef ref) {
        // the old table is gone since the new one is there
    }

    @Override
    public void discard(LayerRef ref) {
        client.stores().delete(ref.workspace(), ref.kind(), ref.store());
        tables.drop(ref.name());
    }
}
