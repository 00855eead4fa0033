package org.batchuploader.geonode.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What GeoNode says of an OAuth2 access token.
 *
 * @param client the application it was given to
 * @param millis until it ends
 */
public record Token(
        String username,
        @Nullable String email,
        @JsonProperty("client_id") @Nullable String client,
        @JsonProperty("expires_in") @Nullable Long millis) {}
