package org.batchuploader.geonetwork.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * Whom GeoNetwork takes us for.
 *
 * @param profile {@code Guest}, {@code RegisteredUser}, {@code Editor}, {@code Reviewer}, {@code UserAdmin},
 *     {@code Administrator}
 */
public record GeoNetworkUser(String name, String profile) {
    static GeoNetworkUser of(JsonNode me) {
        return new GeoNetworkUser(
                me.path("username").asText(""), me.path("profile").asText(""));
    }

    /** Whether the profile may insert records. */
    public boolean mayInsert() {
        return switch (profile.toLowerCase(Locale.ROOT)) {
            case "editor", "reviewer", "useradmin", "administrator" -> true;
            default -> false;
        };
    }

    /** Whether the profile may publish a record to everybody after it was inserted. */
    public boolean mayPublish() {
        return mayInsert() && !profile.equalsIgnoreCase("editor");
    }
}
