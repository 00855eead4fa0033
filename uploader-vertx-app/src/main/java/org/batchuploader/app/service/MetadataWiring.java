package org.batchuploader.app.service;

import org.batchuploader.app.config.MetadataChoice;
import org.batchuploader.core.publish.MetadataRegistry;
import org.jspecify.annotations.Nullable;

/** The metadata catalogue as the configuration has it. */
final class MetadataWiring {
    private MetadataWiring() {}

    static @Nullable MetadataRegistry registry(
            MetadataChoice choice, MetadataChoice.Defaults defaults, Systems systems) {
        return null;
    }
}
