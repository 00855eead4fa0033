package org.batchuploader.geoserver.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Sends a request and reads its answer, with a time limit from the last byte sent to the last byte read and a largest
 * size of what is read. Follows no redirects and repeats nothing.
 */
final class Transport {
    /** Bytes of an answer that are read; the descriptions of layers are thousands. */
    static final int LARGEST_ANSWER = 2 * 1024 * 1024;

    private final HttpClient http;
    private final Duration limit;

    Transport(Duration connectLimit, Duration limit) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectLimit)
                .build();
        this.limit = limit;
    }

    Answer send(HttpRequest request) {
        long begin = System.nanoTime();
        return send(request, () -> begin);
    }

    /** @param lastProgress when the last byte was sent, by {@link System#nanoTime} */
    Answer send(HttpRequest request, LongSupplier lastProgress) {
        String what = request.method() + " " + request.uri().getPath();
        CompletableFuture<HttpResponse<BoundedBody.Read>> answer =
                http.sendAsync(request, info -> new BoundedBody(LARGEST_ANSWER));
        try {
            HttpResponse<BoundedBody.Read> response = await(answer, lastProgress);
            BoundedBody.Read body = response.body();
            return new Answer(response.statusCode(), response.headers().map(), body.bytes(), body.truncated());
        } catch (TimeoutException e) {
            throw new GeoServerException.Unavailable(
                    "GeoServer did not answer " + what + " within " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() instanceof IOException ? e.getCause() : e;
            String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            throw new GeoServerException.Unavailable("GeoServer cannot be reached for " + what + ": " + reason, cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GeoServerException.Unavailable("interrupted while waiting for " + what, e);
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
