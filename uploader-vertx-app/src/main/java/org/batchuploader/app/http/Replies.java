package org.batchuploader.app.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Sends replies, each with the headers that keep browsers from being tricked. */
final class Replies {
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private Replies() {}

    static void send(RoutingContext context, Reply reply) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(reply.status());
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Content-Security-Policy", POLICY);
        response.putHeader("Referrer-Policy", "same-origin");
        response.putHeader("Cache-Control", "no-store");
        reply.headers().forEach(response::putHeader);
        var type = reply.type();
        if (type != null) {
            response.putHeader("Content-Type", type);
        }
        var file = reply.file();
        var body = reply.body();
        if (file != null) {
            response.sendFile(file.toString()).onFailure(e -> Errors.answer(context, Refusal.notFound()));
        } else if (body != null) {
            response.end(body);
        } else {
            response.end();
        }
    }
}
