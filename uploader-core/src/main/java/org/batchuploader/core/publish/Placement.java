package org.batchuploader.core.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a step put a layer.
 *
 * @param ref how the adapter finds its own work again, opaque to everybody else
 * @param identifier universal (UUID), absent where the system gives none
 */
public record Placement(String ref, List<Link> links, @Nullable String identifier) {
    public Placement {
        links = List.copyOf(links);
    }

    /** In a system that gives no universal identifier. */
    public Placement(String ref, List<Link> links) {
        this(ref, links, null);
    }
}
