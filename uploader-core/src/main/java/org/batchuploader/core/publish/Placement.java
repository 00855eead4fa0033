package org.batchuploader.core.publish;

import java.util.List;
import org.batchuploader.core.inspect.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Where a step put a layer.
 *
 * @param ref how the adapter finds its own work again, opaque to everybody else
 * @param identifier universal (UUID), absent where the system gives none
 * @param remarks what the owner should know of how it was put there; nothing that hinders
 */
public record Placement(String ref, List<Link> links, @Nullable String identifier, List<Problem> remarks) {
    public Placement {
        links = List.copyOf(links);
        remarks = List.copyOf(remarks);
    }

    /** As it was wished. */
    public Placement(String ref, List<Link> links, @Nullable String identifier) {
        this(ref, links, identifier, List.of());
    }

    /** In a system that gives no universal identifier. */
    public Placement(String ref, List<Link> links) {
        this(ref, links, null);
    }

    public Placement withRemarks(List<Problem> newRemarks) {
        return new Placement(ref, links, identifier, newRemarks);
    }
}
