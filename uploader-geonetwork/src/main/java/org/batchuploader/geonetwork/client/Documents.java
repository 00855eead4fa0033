package org.batchuploader.geonetwork.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

    record Privilege(int group, @Nullable Map<String, Boolean> operations) {
        Set<String> allowed() {
            return operations == null
                    ? Set.of()
                    : operations.entrySet().stream()
                            .filter(operation -> Boolean.TRUE.equals(operation.getValue()))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet());
        }
    }

    record Privileges(@Nullable List<Privilege> privileges) {}

    /** Versions differ in whether the identifier or the name of the file is told, or both. */
    record Attachment(@Nullable String id, @Nullable String filename) {
        String name() {
            return filename != null ? filename : id == null ? "" : id.replaceFirst(".*/", "");
        }
    }
}
