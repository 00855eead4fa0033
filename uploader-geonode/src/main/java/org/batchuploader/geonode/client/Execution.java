package org.batchuploader.geonode.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that GeoNode works on: an upload, a deletion, a change of permissions.
 *
 * @param status {@code ready}, {@code running}, {@code finished} or {@code failed}
 * @param name of the file that was uploaded
 * @param log what went wrong
 * @param output results, and errors
 */
public record Execution(
        @JsonProperty("exec_id") @Nullable String id,
        String status,
        @Nullable String name,
        @Nullable String log,
        @JsonProperty("output_params") @Nullable JsonNode output) {
    public Execution {
        status = Objects.requireNonNullElse(status, "");
    }

    public boolean ended() {
        return status.equals("finished") || failed();
    }

    public boolean failed() {
        return status.equals("failed");
    }

    /** Keys of the resources that were made, even by an upload that failed. */
    public List<Long> resources() {
        List<Long> keys = new ArrayList<>();
        if (output != null) {
            output.path("resources")
                    .forEach(resource -> keys.add(resource.path("id").asLong(-1)));
        }
        keys.removeIf(key -> key < 0);
        return keys;
    }

    /** GeoNode's own sentence about what went wrong; empty when it has none. */
    public String reason() {
        JsonNode first = output == null ? null : output.path("errors").path(0);
        if (first != null && !first.asText("").isBlank()) {
            return first.asText();
        }
        return log == null ? "" : log.strip();
    }
}
