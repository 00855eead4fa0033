package org.batchuploader.geonode.client;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group that a resource may be opened to. Everybody is the group {@code anonymous}, everybody with an account {@code registered-members}.
 *
 * @param permissions the level it has now
 */
public record Group(long id, String name, @Nullable String title, @Nullable String permissions) {
    /** Those that GeoNode makes for itself and puts everybody in. */
    public static final Set<String> OF_EVERYBODY = Set.of("anonymous", "registered-members", "contributors");

    public Group {
        name = Objects.requireNonNullElse(name, "");
    }

    /** The level it has; whoever owns a resource manages it. */
    public Level level() {
        String word = Objects.requireNonNullElse(permissions, "");
        return word.equals("owner")
                ? Level.MANAGE
                : Arrays.stream(Level.values())
                        .filter(level -> level.word().equals(word))
                        .findFirst()
                        .orElse(Level.NONE);
    }
}
