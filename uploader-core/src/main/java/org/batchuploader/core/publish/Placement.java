package org.batchuploader.core.publish;

import java.util.List;

/**
 * Where a step put a layer.
 *
 * @param ref how the adapter finds its own work again, opaque to everybody else
 */
public record Placement(String ref, List<Link> links) {
    public Placement {
        links = List.copyOf(links);
    }
}
