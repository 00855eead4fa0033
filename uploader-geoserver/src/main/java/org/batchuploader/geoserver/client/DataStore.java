package org.batchuploader.geoserver.client;

import java.util.Map;

/**
 * A store of vector data as GeoServer describes it.
 *
 * @param type as GeoServer calls it, {@code Shapefile} or {@code PostGIS}; {@code ""} when it does not say
 * @param parameters of the connection as GeoServer calls them; a password is encrypted by it
 */
public record DataStore(String name, String type, Map<String, String> parameters) {
    public DataStore {
        parameters = Map.copyOf(parameters);
    }

    /** Without the parameters. */
    @Override
    public String toString() {
        return name + ": " + type;
    }
}
