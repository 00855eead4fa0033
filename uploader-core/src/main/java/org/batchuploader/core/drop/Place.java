package org.batchuploader.core.drop;

import org.batchuploader.core.name.DropPath;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserName;

/**
 * Whose folder a path is in. Everybody is at home in their own; an administrator sees the others' below
 * {@code incoming/<user>}, as in the original system.
 *
 * @param path canonical within that owner's folder
 */
public record Place(String owner, String path) {
    static final String INCOMING = "incoming";

    static Place of(Owner visitor, String canonical) {
        String[] segments = canonical.split("/", 3);
        if (visitor.administrator()
                && segments.length > 1
                && segments[0].equals(INCOMING)
                && UserName.isValid(segments[1])) {
            return new Place(segments[1], segments.length == 3 ? segments[2] : "");
        }
        return new Place(visitor.name(), canonical);
    }

    boolean isTop() {
        return path.isEmpty();
    }

    String folder() {
        return DropPath.folderOf(path);
    }

    String name() {
        return DropPath.nameOf(path);
    }
}
