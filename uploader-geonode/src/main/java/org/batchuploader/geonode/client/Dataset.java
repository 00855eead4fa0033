package org.batchuploader.geonode.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as GeoNode describes it.
 *
 * @param alternate the layer in GeoServer, {@code workspace:name}
 * @param store in GeoServer
 * @param page where people look at it; relative to GeoNode's address in some versions
 */
public record Dataset(
        long pk,
        String uuid,
        String name,
        String alternate,
        @Nullable String workspace,
        @Nullable String store,
        @Nullable String title,
        @Nullable Owner owner,
        @JsonProperty("detail_url") @Nullable String page) {

    /** Whom a dataset belongs to. */
    public record Owner(long pk, String username) {}

    public boolean belongsTo(String username) {
        return owner != null && owner.username().equals(username);
    }
}
