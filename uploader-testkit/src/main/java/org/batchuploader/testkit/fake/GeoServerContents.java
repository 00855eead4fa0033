package org.batchuploader.testkit.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that a fake GeoServer holds. Not thread-safe. */
final class GeoServerContents {
    /**
     * A store.
     *
     * @param type as GeoServer calls it, {@code Shapefile}
     * @param connection parameters; passwords too
     * @param data by native name
     * @param resources feature types or coverages by name, as GeoServer describes them
     */
    record Store(
            String kind,
            String name,
            String type,
            Map<String, String> connection,
            Map<String, FakeData> data,
            Map<String, ObjectNode> resources) {
        static Store empty(String kind, String name, String type) {
            return new Store(kind, name, type, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }

        String key() {
            return kind + "/" + name;
        }
    }

    /** A layer, which shows a resource of its own name. */
    record Layer(String store, String style) {}

    /** A workspace; stores by {@link Store#key}. */
    record Workspace(Map<String, Store> stores, Map<String, String> styles, Map<String, Layer> layers) {
        static Workspace empty() {
            return new Workspace(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }

        boolean isTaken(String resource) {
            return stores.values().stream().anyMatch(store -> store.resources().containsKey(resource));
        }
    }

    final Map<String, Workspace> workspaces = new TreeMap<>();
    final Map<String, String> styles = new TreeMap<>();

    /** How often the tiles of a layer were thrown away. */
    final Map<String, Integer> truncated = new TreeMap<>();

    GeoServerContents() {
        Stream.of("point", "line", "polygon", "raster", "generic").forEach(style -> styles.put(style, "stock"));
    }

    Optional<Store> store(String workspace, String kind, String name) {
        return Optional.ofNullable(workspaces.get(workspace))
                .map(there -> there.stores().get(kind + "/" + name));
    }

    private static @Nullable FakeData dataOf(Store store, String resource) {
        ObjectNode found = store.resources().get(resource);
        return found == null ? null : store.data().get(found.path("nativeName").asText());
    }

    void removeStore(String workspace, Store store) {
        Workspace there = workspaces.get(workspace);
        if (there != null) {
            there.stores().remove(store.key());
            there.layers().values().removeIf(layer -> layer.store().equals(store.key()));
        }
    }

    String print() {
        var out = new StringBuilder();
        workspaces.forEach((name, workspace) -> {
            out.append("workspace ").append(name).append('\n');
            workspace.stores().values().forEach(store -> print(store, out));
            workspace.styles().keySet().forEach(style -> out.append("  style ")
                    .append(style)
                    .append('\n'));
            workspace.layers().forEach((layer, of) -> out.append("  layer ")
                    .append(layer)
                    .append(" drawn as ")
                    .append(of.style())
                    .append('\n'));
        });
        truncated.forEach((layer, times) -> out.append("tiles of ")
                .append(layer)
                .append(" thrown away ")
                .append(times)
                .append(" times\n"));
        return out.toString();
    }

    private static void print(Store store, StringBuilder out) {
        out.append("  store ").append(store.name()).append(": ").append(store.type());
        store.connection()
                .forEach((key, value) ->
                        out.append(' ').append(key).append('=').append(key.equals("passwd") ? "***" : value));
        out.append('\n');
        store.resources().forEach((name, resource) -> {
            FakeData data = dataOf(store, name);
            out.append("    ")
                    .append(store.kind().equals("datastores") ? "feature type " : "coverage ")
                    .append(name);
            out.append(" \"").append(resource.path("title").asText()).append("\" of ");
            out.append(resource.path("nativeName").asText()).append(" in ");
            out.append(resource.path("srs").asText("no CRS"));
            out.append(
                    data == null
                            ? ", no data"
                            : ", " + data.count() + " " + data.geometry() + (data.damaged() ? ", damaged" : ""));
            out.append('\n');
        });
    }
}
