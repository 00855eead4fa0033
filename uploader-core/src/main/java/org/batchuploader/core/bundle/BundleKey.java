package org.batchuploader.core.bundle;

import java.util.Locale;

/**
 * What makes files belong together: the owner, the folder and the base name without case.
 *
 * @param folder canonical, {@code ""} for the top, {@code "2024/roads"} below it, never a leading or trailing slash
 * @param base the base name in lower case
 */
public record BundleKey(String owner, String folder, String base) {
    public BundleKey {
        base = base.toLowerCase(Locale.ROOT);
    }

    /** The key of a file; a temporary name keeps to itself, so that it waits to be renamed. */
    public static BundleKey of(String owner, String folder, String fileName) {
        PartName part = PartName.of(fileName);
        return new BundleKey(owner, folder, part.isTemporary() ? fileName : part.base());
    }
}
