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
 * @param approved by an administrator, where GeoNode moderates what is uploaded
 * @param published by one
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
        @JsonProperty("thumbnail_url") @Nullable String thumbnail,
        @JsonProperty("is_approved") @Nullable Boolean approved,
        @JsonProperty("is_published") @Nullable Boolean published) {

    /** GeoNode leaves fields away where it is told to; none of these is ever missing for us. */
    public Dataset {
        uuid = Objects.requireNonNullElse(uuid, "");
        name = Objects.requireNonNullElse(name, "");
        alternate = Objects.requireNonNullElse(alternate, "");
    }

    /** Whom a dataset belongs to. */
    public record Owner(long pk, String username) {}

    /** Whether GeoNode keeps it to a few until somebody approves or publishes it. */
    public boolean isHeldBack() {
        return Boolean.FALSE.equals(approved) || Boolean.FALSE.equals(published);
    }

    public boolean belongsTo(String username) {
        return owner != null && username.equals(owner.username());
    }
}
