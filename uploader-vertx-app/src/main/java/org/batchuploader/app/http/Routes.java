package org.batchuploader.app.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BiFunction;
import org.batchuploader.core.user.Owner;

/** Ties paths to actions: logs in, refuses what another site sent, reads small bodies, blocks on worker threads only. */
public final class Routes {
    private static final int LARGEST_BODY = 64 << 10;

    private final Router router;
    private final Authentication authentication;
    private final Threads threads;
    private final Allowed allowed = new Allowed();

    Routes(Vertx vertx, Authentication authentication, Threads threads) {
        this.authentication = authentication;
        this.threads = threads;
        router = Router.router(vertx);
        router.route().handler(context -> {
            context.request().pause();
            if (SameOrigin.isViolated(context.request())) {
                Errors.answer(context, new Refusal(403, "CROSS_SITE", "Another site may not send this."));
            } else {
                context.next();
            }
        });
        for (int status : new int[] {400, 404, 405, 500}) {
            router.errorHandler(status, context -> Errors.answer(context, cause(context)));
        }
    }

    Router router() {
        return router;
    }

    /** For everybody. */
    public Routes open(HttpMethod method, String path, Exchange.Action action) {
        allowed.add(method, path);
        router.route(method, path).handler(context -> {
            context.request().resume();
            reply(
                    context,
                    threads.inCore(() -> action.answer(new Exchange(context, Optional.empty(), Buffer.buffer()))));
        });
        return this;
    }

    /** For those at this machine and for administrators; for everybody where it is so wished. */
    Routes watched(String path, boolean everybody, Exchange.Action action) {
        allowed.add(HttpMethod.GET, path);
        router.route(HttpMethod.GET, path).handler(context -> {
            HttpServerRequest request = context.request().resume();
            Future<Optional<Owner>> reader = everybody || Peer.isHere(request)
                    ? Future.succeededFuture(Optional.empty())
                    : authentication.login(request).map(Optional::of);
            reply(
                    context,
                    reader.compose(owner -> threads.inCore(() -> {
                        Exchange exchange = new Exchange(context, owner, Buffer.buffer());
                        if (owner.isPresent()) {
                            exchange.requireAdministrator();
                        }
                        return action.answer(exchange);
                    })));
        });
        return this;
    }

    /** For those logged in. */
    public Routes guarded(HttpMethod method, String path, Exchange.Action action) {
        return streamed(method, path, (context, owner) -> small(context.request())
                .compose(body -> threads.inCore(() -> action.answer(new Exchange(context, Optional.of(owner), body)))));
    }

    /** For those logged in; the request is paused, and nothing of its body was read. */
    Routes streamed(HttpMethod method, String path, BiFunction<RoutingContext, Owner, Future<Reply>> action) {
        allowed.add(method, path);
        router.route(method, path)
                .useNormalizedPath(false)
                .handler(context -> reply(
                        context,
                        authentication.login(context.request()).compose(owner -> action.apply(context, owner))));
        return this;
    }

    private static void reply(RoutingContext context, Future<Reply> future) {
        future.onSuccess(reply -> Replies.send(context, reply)).onFailure(failure -> Errors.answer(context, failure));
    }

    private static Future<Buffer> small(HttpServerRequest request) {
        if (request.isEnded()) {
            return Future.succeededFuture(Buffer.buffer());
        }
        Promise<Buffer> promise = Promise.promise();
        Buffer body = Buffer.buffer();
        Expectation.meet(request);
        request.exceptionHandler(promise::tryFail);
        request.endHandler(end -> promise.tryComplete(body));
        request.handler(chunk -> {
            if (body.length() + chunk.length() > LARGEST_BODY) {
                promise.tryFail(new Refusal(413, "TOO_LARGE", "The request's body is too large."));
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.resume();
        return promise.future();
    }

    private Throwable cause(RoutingContext context) {
        if (context.statusCode() == 404) {
            return Refusal.notFound();
        }
        if (context.statusCode() == 405) {
            context.response().putHeader("Allow", allowed.at(context.request().path()));
            return new Refusal(
                    405,
                    "METHOD_NOT_ALLOWED",
                    "This address does not take " + context.request().method() + ".");
        }
        if (context.statusCode() == 400) {
            return Refusal.bad("REQUEST_INVALID", "The request cannot be understood.");
        }
        Throwable failure = context.failure();
        return failure == null ? new IllegalStateException("status " + context.statusCode()) : failure;
    }
}
