package org.batchuploader.app.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Brings a body to a channel: batches are written on a worker thread while the next one fills, and the body is paused when
 * that is full. All else happens on the event loop of the body, so one body holds two batches at most.
 */
final class BodyPump {
    private static final int BATCH = 256 << 10;
    private static final int FIRST = 16 << 10;

    private final ReadStream<Buffer> body;
    private final WritableByteChannel sink;
    private final Threads threads;
    private final long limit;
    private final Promise<Void> done = Promise.promise();
    private byte[] filling = new byte[FIRST];
    private byte[] spare = new byte[0];
    private int filled;
    private long received;
    private boolean writing;
    private boolean paused;
    private boolean ended;
    private @Nullable Throwable failure;

    private BodyPump(ReadStream<Buffer> body, WritableByteChannel sink, Threads threads, long limit) {
        this.body = body;
        this.sink = sink;
        this.threads = threads;
        this.limit = limit;
    }

    /**
     * To be called on the body's event loop, with the body paused or not yet flowing.
     *
     * @param limit bytes at most
     * @param whole when that fails, the body is given up: what it is a part of, or the service, which stops
     * @return succeeds when the body ended and all of it was written; fails when it broke off, or could not be written,
     *     and nothing writes any more
     */
    static Future<Void> pump(
            ReadStream<Buffer> body, WritableByteChannel sink, Threads threads, long limit, Future<?> whole) {
        BodyPump pump = new BodyPump(body, sink, threads, limit);
        body.exceptionHandler(pump::fail);
        body.endHandler(end -> {
            pump.ended = true;
            pump.proceed();
        });
        body.handler(pump::take);
        whole.onFailure(pump::fail);
        body.resume();
        return pump.done.future();
    }

    private void take(Buffer chunk) {
        received += chunk.length();
        if (failure != null) {
            return;
        }
        if (received > limit) {
            fail(new Refusal(413, "TOO_LARGE", "A file has at most " + limit + " bytes."));
            return;
        }
        int wanted = filled + chunk.length();
        if (wanted > filling.length) {
            filling = Arrays.copyOf(filling, Math.max(wanted, Math.min(BATCH, filling.length * 4)));
        }
        chunk.getBytes(filling, filled);
        filled = wanted;
        proceed();
    }

    private void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
            resume();
            proceed();
        }
    }

    private void proceed() {
        if (writing) {
            if (filled >= BATCH && !paused && failure == null) {
                paused = true;
                body.pause();
            }
        } else if (failure != null) {
            done.tryFail(failure);
        } else if (filled >= BATCH || (ended && filled > 0)) {
            write();
        } else if (ended) {
            done.tryComplete();
        }
    }

    private void write() {
        byte[] batch = filling;
        ByteBuffer bytes = ByteBuffer.wrap(batch, 0, filled);
        filling = spare.length > 0 ? spare : new byte[batch.length];
        spare = new byte[0];
        filled = 0;
        writing = true;
        threads.onDisk(() -> {
                    while (bytes.hasRemaining()) {
                        sink.write(bytes);
                    }
                    return batch;
                })
                .onComplete(outcome -> {
                    writing = false;
                    if (outcome.succeeded()) {
                        spare = batch;
                        resume();
                        proceed();
                    } else {
                        fail(outcome.cause());
                        proceed();
                    }
                });
    }

    private void resume() {
        if (paused) {
            paused = false;
            body.resume();
        }
    }
}
