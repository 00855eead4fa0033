package org.batchuploader.remote;

import java.net.URI;
import java.util.Map;

/** Is told of each call that a client sends, on the thread that sends it. Must be quick and must not throw. */
@FunctionalInterface
public interface CallWatch {
    CallWatch NONE = (system, method, address) -> Call.UNWATCHED;

    /** A call that was begun. */
    interface Call {
        Call UNWATCHED = new Call() {};

        /** Headers to send with it. */
        default Map<String, String> headers() {
            return Map.of();
        }

        /** Once, with the status of the answer, or 0 when there was none. */
        default void ended(int status) {}
    }

    /**
     * @param system as an administrator knows it
     * @param address its query may hold what nobody else should see
     */
    Call begins(String system, String method, URI address);
}
