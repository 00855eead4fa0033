package org.batchuploader.geonetwork.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bodies as GeoNetwork writes and reads them. */
final class Documents {
    private Documents() {}

    record Group(int id, String name) {}

    /** What became of an import. There is no field that says "success". */
    record Report(
            @Nullable List<JsonNode> errors,
            @Nullable Map<String, List<JsonNode>> metadataErrors,
            @Nullable Map<String, List<Info>> metadataInfos) {
        List<JsonNode> problems() {
            var all = new java.util.ArrayList<JsonNode>(errors == null ? List.of() : errors);
            if (metadataErrors != null) {
                metadataErrors.values().stream().filter(Objects::nonNull).forEach(all::addAll);
            }
            return all;
        }

        List<String> records() {
            return metadataInfos == null
                    ? List.of()
                    : metadataInfos.values().stream()
                            .filter(Objects::nonNull)
                            .flatMap(List::stream)
                            .map(Info::uuid)
                            .filter(Objects::nonNull)
                            .toList();
        }
    }

    record Info(@Nullable String uuid) {}

    record Sharing(boolean clear, List<Privilege> privileges) {}

    record Privilege(int group, Map<String, Boolean> operations) {}
}
