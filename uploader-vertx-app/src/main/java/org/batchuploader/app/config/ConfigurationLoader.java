package org.batchuploader.app.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a configuration together: what is usual, below the file, below the environment, below the command line. */
public final class ConfigurationLoader {
    private final Values values = new Values();
    private final Sources sources = new Sources(values);

    /**
     * A configuration ready to be read or printed.
     *
     * @param lines the effective values as YAML, secrets masked
     */
    public record Loaded(Configuration configuration, String lines) {}

    /** @throws InvalidConfiguration naming what is wrong */
    public ConfigurationLoader file(@Nullable Path file) {
        if (file != null) {
            sources.file(file);
        }
        return this;
    }

    /** Only variables of our own prefix and sections are looked at. */
    public ConfigurationLoader environment(Map<String, String> environment) {
        sources.environment(environment);
        return this;
    }

    /**
     * What an option of the command line says.
     *
     * @param path of the key, {@code http.port}
     * @param value absent when the option was not used
     */
    public ConfigurationLoader option(String path, @Nullable Object value, String option) {
        if (value != null) {
            values.put(Key.ofPath(path).orElseThrow(), value.toString(), option);
        }
        return this;
    }

    public Loaded load() {
        return new Loaded(Configuration.of(values), lines());
    }

    private String lines() {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        for (Key key : Key.values()) {
            String value = values.find(key);
            String shown = value == null ? "" : key.isSecret() ? " \"***\"" : " " + Yaml.scalar(Secret.masked(value));
            sections.computeIfAbsent(key.section(), s -> new StringBuilder(s + ":\n"))
                    .append("  ")
                    .append(key.key())
                    .append(':')
                    .append(shown)
                    .append('\n');
        }
        return String.join("", sections.values());
    }
}
