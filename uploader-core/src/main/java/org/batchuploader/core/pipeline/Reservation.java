package org.batchuploader.core.pipeline;

import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.publish.Layer;
import org.jspecify.annotations.Nullable;

/** The answer to a dataset's wish for a layer. */
sealed interface Reservation {
    /** @param remark what the owner should know about the name */
    record Reserved(Layer layer, @Nullable Problem remark) implements Reservation {}

    /** The name asked for belongs to a layer that may not be replaced. */
    record Taken(Problem problem) implements Reservation {}

    /** Another dataset is on its way into that layer just now. */
    record Busy() implements Reservation {}
}
