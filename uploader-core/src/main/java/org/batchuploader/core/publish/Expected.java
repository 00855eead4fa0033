package org.batchuploader.core.publish;

import java.time.Instant;
import org.batchuploader.core.id.LayerId;
import org.jspecify.annotations.Nullable;

/**
 * What ought to be found at a placement.
 *
 * @param title in the owner's words
 * @param crs code of the one that was declared, {@code EPSG:2056}; absent when it is not known
 * @param published when the last step was done
 */
public record Expected(
        LayerId layer,
        String name,
        String title,
        String owner,
        Placement placement,
        @Nullable String crs,
        Instant published) {}
