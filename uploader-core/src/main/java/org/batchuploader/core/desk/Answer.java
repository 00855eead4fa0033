package org.batchuploader.core.desk;

import org.batchuploader.core.inspect.ProblemCode;
import org.jspecify.annotations.Nullable;

/** The answer to what an owner asked to be done. */
public sealed interface Answer {
    /** It is done, or queued. */
    record Done() implements Answer {}

    /** There is no such thing, or it is somebody else's. */
    record NotFound() implements Answer {}

    /** Not in this state. */
    record NotNow(String sentence) implements Answer {}

    /** What was supplied cannot be used. */
    record Invalid(@Nullable ProblemCode code, String sentence) implements Answer {}
}
