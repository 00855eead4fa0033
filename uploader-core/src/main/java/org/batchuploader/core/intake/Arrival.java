package org.batchuploader.core.intake;

import org.batchuploader.core.bundle.BundleKey;

/**
 * One file that a source received to its end, on its own; others of its bundle may follow.
 *
 * @param source {@code ftp}, {@code http}, ...
 * @param folder canonical, {@code ""} for the top
 */
public record Arrival(String owner, String source, String folder, NamedFile file) {
    /** The bundle it belongs to. */
    public BundleKey key() {
        return BundleKey.of(owner, folder, file.name());
    }
}
