package org.batchuploader.app.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.concurrent.atomic.AtomicLong;
import org.batchuploader.app.api.Json;
import org.batchuploader.app.api.ProblemDetails;
import org.batchuploader.core.drop.DropRefused;
import org.batchuploader.core.inspect.ArrivalRefused;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.name.InvalidName;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.core.staging.StagingFull;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into problem details (RFC 9457). What is our mistake is logged, and only named to the client. */
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final long DRAINED_AT_MOST = 4L << 20;

    private Errors() {}

    static void answer(RoutingContext context, Throwable failure) {
        HttpServerRequest request = context.request();
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        if (context.response().headWritten()) {
            request.connection().close();
            return;
        }
        ProblemDetails problem = describe(failure, request);
        if (problem.status() == 401) {
            context.response().putHeader("WWW-Authenticate", "Basic realm=\"uploader\", charset=\"UTF-8\"");
        }
        if (failure instanceof Throttled throttled) {
            context.response()
                    .putHeader(
                            "Retry-After", String.valueOf(throttled.retryAfter().toSeconds() + 1));
        } else if (problem.status() == 503) {
            context.response().putHeader("Retry-After", "10");
        }
        Replies.send(context, Reply.text(problem.status(), ProblemDetails.MEDIA_TYPE, Json.write(problem)));
        drain(request);
    }

    /** What is no HTTP, or too long to be read, gets its answer and is cut off. */
    static void answerUnreadable(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        ProblemDetails problem = cause instanceof TooLongHttpLineException
                ? problem(414, "REQUEST_INVALID", "The address is too long.")
                : cause instanceof TooLongHttpHeaderException
                        ? problem(431, "REQUEST_INVALID", "The headers are too long.")
                        : problem(400, "REQUEST_INVALID", "The request cannot be understood.");
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemDetails.MEDIA_TYPE)
                .end(Json.write(problem))
                .onComplete(end -> request.connection().close());
    }

    /** Reads on for a while, since a client that still sends does not see the answer when the connection is cut. */
    private static void drain(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        AtomicLong drained = new AtomicLong();
        request.exceptionHandler(gone -> {});
        request.handler(chunk -> {
            if (drained.addAndGet(chunk.length()) > DRAINED_AT_MOST) {
                request.connection().close();
            }
        });
        request.resume();
    }

    private static ProblemDetails describe(Throwable failure, HttpServerRequest request) {
        if (failure instanceof Refusal refusal) {
            return problem(refusal.status(), refusal.code(), sentence(failure));
        }
        if (failure instanceof Throttled) {
            return problem(429, "TOO_MANY_LOGINS", sentence(failure));
        }
        if (failure instanceof InvalidName) {
            return problem(400, "NAME_INVALID", sentence(failure));
        }
        if (failure instanceof Json.InvalidJson) {
            return problem(400, "JSON_INVALID", sentence(failure));
        }
        if (failure instanceof DropRefused) {
            return problem(409, "NOT_POSSIBLE", sentence(failure));
        }
        if (failure instanceof ArrivalRefused refused) {
            return problem(
                    status(refused.problem().code()), refused.problem().code().name(), sentence(failure));
        }
        if (failure instanceof StagingFull) {
            return problem(507, "STAGING_FULL", "There is no room for more files now. What was received is safe.");
        }
        if (failure instanceof RemoteUnavailable away) {
            LOG.atWarn().setCause(away).addKeyValue("path", request.path()).log("a request has to wait");
            return problem(
                    503,
                    "REMOTE_UNAVAILABLE",
                    "This cannot be done while " + away.system() + " is away; try again soon.");
        }
        if (failure instanceof HttpException http && http.getStatusCode() < 500) {
            return problem(http.getStatusCode(), "REQUEST_INVALID", "The request cannot be understood.");
        }
        LOG.atError()
                .setCause(failure)
                .addKeyValue("method", request.method())
                .addKeyValue("path", request.path())
                .log("a request failed");
        return problem(500, "INTERNAL_ERROR", "This is our mistake; it is in the log.");
    }

    private static int status(ProblemCode code) {
        return switch (code) {
            case FORMAT_UNSUPPORTED -> 415;
            case ARCHIVE_TOO_LARGE -> 413;
            default -> 422;
        };
    }

    static ProblemDetails problem(int status, String code, String detail) {
        return ProblemDetails.of(status, HttpResponseStatus.valueOf(status).reasonPhrase(), code, detail);
    }

    private static String sentence(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? "" : message;
    }
}
