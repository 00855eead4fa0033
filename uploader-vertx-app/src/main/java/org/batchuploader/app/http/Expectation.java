package org.batchuploader.app.http;

import io.vertx.core.http.HttpServerRequest;

/** {@code Expect: 100-continue} (RFC 9110, 10.1.1): a client that waits before it sends its body is told to go on. */
final class Expectation {
    private Expectation() {}

    /** To be called when the body is about to be read, and not when it will be refused. */
    static void meet(HttpServerRequest request) {
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
    }
}
