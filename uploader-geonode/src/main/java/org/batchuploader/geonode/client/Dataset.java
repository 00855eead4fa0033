package org.batchuploader.geonode.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as GeoNode describes it.
 *
 * @param alternate the layer in GeoServer, {@code workspace:name}
 * @param store in GeoServer
 * @param abstractText as GeoNode keeps it, in HTML
 * @param page where people look at it; relative to GeoNode's address in some versions
 * @param thumbnail where its picture can be fetched
 */
public record Dataset(
        long pk,
        String uuid,
        String name,
        String alternate,
        @Nullable String workspace,
        @Nullable String store,
        @Nullable String title,
        @JsonProperty("abstract") @Nullable String abstractText,
        @Nullable Owner owner,
        @JsonProperty("detail_url") @Nullable String page,
        @JsonProperty("thumbnail_url") @Nullable String thumbnail) {

    /** GeoNode leaves fields away where it is told to; none of these is ever missing for us. */
    public Dataset {
        uuid = Objects.requireNonNullElse(uuid, "");
        name = Objects.requireNonNullElse(name, "");
        alternate = Objects.requireNonNullElse(alternate, "");
    }

    /** Whom a dataset belongs to. */
    public record Owner(long pk, String username) {}

    public boolean belongsTo(String username) {
        return owner != null && username.equals(owner.username());
    }
}
