package org.batchuploader.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads the places a value may be given at into {@link Values}; the later one wins. */
final class Sources {
    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final Values values;

    Sources(Values values) {
        this.values = values;
    }

    void file(Path file) {
        JsonNode root = read(file);
        if (root.isMissingNode() || root.isNull()) {
            return;
        }
        requireSections(root, file.toString());
        root.properties().forEach(section -> {
            if (section.getValue().isNull()) {
                return;
            }
            requireSections(section.getValue(), file + ", " + section.getKey());
            section.getValue()
                    .properties()
                    .forEach(entry -> put(section.getKey() + "." + entry.getKey(), entry.getValue(), file));
        });
    }

    void environment(Map<String, String> environment) {
        environment.forEach((variable, value) -> {
            if (!Key.isOurs(variable)) {
                return;
            }
            Key key = Key.ofVariable(variable)
                    .orElseThrow(() -> new InvalidConfiguration("the environment variable " + variable
                            + " is unknown; the nearest known one is " + Nearest.to(variable, Key.variables())));
            values.put(key, value, variable);
        });
    }

    private JsonNode read(Path file) {
        try {
            return yaml.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new InvalidConfiguration(file + " is not valid YAML: " + e.getOriginalMessage() + " at line "
                    + e.getLocation().getLineNr());
        } catch (IOException e) {
            throw new InvalidConfiguration("the configuration file " + file + " cannot be read");
        }
    }

    private void put(String path, JsonNode value, Path file) {
        Key key = Key.ofPath(path)
                .orElseThrow(() -> new InvalidConfiguration("the key " + path + " in " + file
                        + " is unknown; the nearest known one is " + Nearest.to(path, Key.paths())));
        if (value.isContainerNode()) {
            throw new InvalidConfiguration(path + " in " + file + " must be a single value");
        }
        values.put(key, value.isNull() ? "" : value.asText(), file.toString());
    }

    private static void requireSections(JsonNode node, String where) {
        if (!node.isObject()) {
            throw new InvalidConfiguration(where + ": expected keys and values");
        }
    }
}
