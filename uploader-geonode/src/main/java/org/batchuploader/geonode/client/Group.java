package org.batchuploader.geonode.client;

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

    /** Whether it has that level, and neither a lower nor a higher one. */
    public boolean may(Level level) {
        return level.word().equals(Objects.requireNonNullElse(permissions, Level.NONE.word()));
    }
}
