package org.batchuploader.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a request and reads its answer, with a time limit from the last byte sent to the last byte read and a largest
 * size of what is read. Follows no redirects and repeats nothing. Logs each call at DEBUG: method, path and status, never a
 * header, a query or a body.
 */
public final class HttpTransport {
    /** Bytes of an answer that are read; the descriptions of layers are thousands. */
    public static final int LARGEST_ANSWER = 2 * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(HttpTransport.class);

    private final String system;
    private final HttpClient http;
    private final Duration limit;
    private final CallWatch watch;

    /**
     * @param system whose name troubles carry, as an administrator knows it ("GeoServer")
     * @param connectLimit how long a connection may take to be made
     * @param limit how long an answer may take, from the last byte sent to the last byte read
     * @param watch is told of each call
     */
    public HttpTransport(String system, Duration connectLimit, Duration limit, CallWatch watch) {
        this.system = system;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectLimit)
                .build();
        this.limit = limit;
        this.watch = watch;
    }

    /** @throws RemoteException.Unavailable when there is no answer in time; any status is an answer */
    public Answer send(HttpRequest request) {
        long begin = System.nanoTime();
        return send(request, () -> begin);
    }

    /**
     * Sends a body while it is read, never more than a few buffers of it in memory.
     *
     * @param request with everything but its method
     * @throws UncheckedIOException when the body cannot be read
     */
    public Answer send(HttpRequest.Builder request, String method, StreamedBody body) {
        var lastProgress = new AtomicLong(System.nanoTime());
        try (InputStream in = new WatchedStream(body.open(), lastProgress)) {
            HttpRequest.BodyPublisher streamed = HttpRequest.BodyPublishers.ofInputStream(() -> in);
            OptionalLong length = body.length();
            HttpRequest.BodyPublisher publisher = length.isPresent() && length.getAsLong() > 0
                    ? HttpRequest.BodyPublishers.fromPublisher(streamed, length.getAsLong())
                    : streamed;
            return send(request.method(method, publisher).build(), lastProgress::get);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what is to be sent to " + system, e);
        }
    }

    /** @param lastProgress when the last byte was sent, by {@link System#nanoTime} */
    private Answer send(HttpRequest request, LongSupplier lastProgress) {
        CallWatch.Call call = watch.begins(system, request.method(), request.uri());
        int status = 0;
        try {
            Answer answer = sendWatched(with(request, call.headers()), lastProgress);
            status = answer.status();
            return answer;
        } finally {
            call.ended(status);
        }
    }

    private static HttpRequest with(HttpRequest request, Map<String, String> headers) {
        if (headers.isEmpty()) {
            return request;
        }
        HttpRequest.Builder more = HttpRequest.newBuilder(request, (name, value) -> true);
        headers.forEach(more::setHeader);
        return more.build();
    }

    /** @param lastProgress when the last byte was sent, by {@link System#nanoTime} */
    private Answer sendWatched(HttpRequest request, LongSupplier lastProgress) {
        String what = request.method() + " " + request.uri().getPath();
        long begun = System.nanoTime();
        CompletableFuture<HttpResponse<BoundedBody.Read>> answer =
                http.sendAsync(request, info -> new BoundedBody(LARGEST_ANSWER));
        try {
            HttpResponse<BoundedBody.Read> response = await(answer, lastProgress);
            BoundedBody.Read body = response.body();
            log.atDebug()
                    .addKeyValue("system", system)
                    .addKeyValue("status", response.statusCode())
                    .addKeyValue("milliseconds", (System.nanoTime() - begun) / 1_000_000)
                    .log(what);
            return new Answer(response.statusCode(), response.headers().map(), body.bytes(), body.truncated());
        } catch (TimeoutException e) {
            throw new RemoteException.Unavailable(
                    system, system + " did not answer " + what + " within " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() instanceof IOException ? e.getCause() : e;
            String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            throw new RemoteException.Unavailable(
                    system, system + " cannot be reached for " + what + ": " + reason, cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteException.Unavailable(system, "interrupted while waiting for " + what, e);
        } finally {
            answer.cancel(true);
        }
    }

    private <T> T await(CompletableFuture<T> answer, LongSupplier lastProgress)
            throws TimeoutException, ExecutionException, InterruptedException {
        while (true) {
            long left = lastProgress.getAsLong() + limit.toNanos() - System.nanoTime();
            try {
                return answer.get(Math.max(left, 0), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (lastProgress.getAsLong() + limit.toNanos() - System.nanoTime() <= 0) {
                    throw e;
                }
            }
        }
    }
}
