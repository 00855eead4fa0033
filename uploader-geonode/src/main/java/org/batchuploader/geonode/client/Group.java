package org.batchuploader.geonode.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A group that a resource may be opened to. Everybody is the group {@code anonymous}, everybody with an account {@code registered-members}.
 *
 * @param permissions the level it has now
 */
public record Group(long id, String name, @Nullable String title, @Nullable String permissions) {
    public Group {
        name = Objects.requireNonNullElse(name, "");
    }
}
