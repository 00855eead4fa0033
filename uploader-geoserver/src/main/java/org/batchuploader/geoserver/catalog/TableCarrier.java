package org.batchuploader.geoserver.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geoserver.client.GeoServerClient;

/** Loads vector data into a table and publishes that. One store per workspace serves all its tables. */
final class TableCarrier implements Carrier {
    private final GeoServerClient client;
    private final LayerTables tables;
    private final Map<String, String> parameters;

    /** Workspaces whose store has the parameters that are configured now; another configuration is another catalog. */
    private final Set<String> declared = ConcurrentHashMap.newKeySet();

    TableCarrier(GeoServerClient client, DataWay.Tables way) {
        this.client = client;
        this.tables = way.tables();
        this.parameters = new HashMap<>(way.connection());
        parameters.put("dbtype", "postgis");
        parameters.putIfAbsent("Expose primary keys", "false");
        parameters.putIfAbsent("preparedStatements", "true");
        parameters.putIfAbsent("validate connections", "true");
    }

    @Override
    public void carry(LayerRef ref, Publication publication) {
        tables.load(publication);
        boolean known =
                declared.contains(ref.workspace()) && client.stores().exists(ref.workspace(), DataWay.TABLE_STORE);
        if (!known) {
            client.stores().putPostgis(ref.workspace(), DataWay.TABLE_STORE, parameters);
            declared.add(ref.workspace());
        }
        client.resources().resetFeatureType(ref.workspace(), ref.store(), ref.name());
    }

    @Override
    public void settle(LayerRef ref) {
        // the old table is gone since the new one is there
    }

    @Override
    public void discard(LayerRef ref) {
        client.resources().deleteFeatureType(ref.workspace(), ref.store(), ref.name());
        tables.drop(ref.name());
    }
}
