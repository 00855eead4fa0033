package org.batchuploader.geonode.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What GeoNode wraps its documents in. */
final class Documents {
    private Documents() {}

    record Identity(
            @JsonProperty("preferred_username") @Nullable String username,
            @Nullable String email,
            @Nullable List<String> groups) {}

    record User(
            @Nullable Long pk,
            @Nullable String username,
            @Nullable String email,
            @JsonProperty("is_superuser") @Nullable Boolean superuser,
            @JsonProperty("is_staff") @Nullable Boolean staff,
            @JsonProperty("is_active") @Nullable Boolean active) {}

    record GroupProfile(@Nullable String slug) {}

    record Users(@Nullable List<User> users) {}

    record OneDataset(@Nullable Dataset dataset) {}

    record Datasets(@Nullable List<Dataset> datasets, @Nullable Long total) {}

    record Command(List<String> args, Map<String, Object> kwargs, boolean autostart) {}

    record CommandAnswer(@Nullable Job data, @Nullable String error) {}

    record OneExecution(@Nullable Execution request) {}

    record Executions(@Nullable List<Execution> requests) {}

    record Started(@JsonProperty("execution_id") @Nullable String execution) {}

    record Thumbnail(@JsonProperty("thumbnail_url") @Nullable String address) {}

    record Permissions(@Nullable List<Group> groups) {}

    record Grant(long id, Level permissions) {}

    record Grants(List<JsonNode> users, List<JsonNode> organizations, List<Grant> groups) {}

    record Transfer(long currentOwner, long newOwner, List<Long> resources) {}
}
