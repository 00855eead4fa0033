package org.batchuploader.postgis;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.batchuploader.core.feature.FeatureSink;
import org.batchuploader.core.remote.RemoteUnavailable;

/** Both sides of one load: the calling thread reads features while another one has the database take them. */
final class LoadWork {
    /** Where the features come from; answers how many there were. */
    interface Reading {
        long into(FeatureSink sink) throws IOException;
    }

    private static final Duration FAREWELL = Duration.ofSeconds(15);

    private final TableLoad load;
    private final Pipe pipe;
    private final ExecutorService threads;

    LoadWork(TableLoad load, Duration limit, ExecutorService threads) {
        this.load = load;
        this.pipe = new Pipe(limit.toNanos());
        this.threads = threads;
    }

    /**
     * Reads and sends until all is in the table.
     *
     * @throws InterruptedException when the calling thread was interrupted; nothing of the load is left then
     */
    LoadedTable run(Reading reading) throws IOException, InterruptedException {
        Future<LoadedTable> session = threads.submit(() -> {
            try {
                return load.run(pipe);
            } finally {
                pipe.breakOff();
            }
        });
        boolean done = false;
        try {
            long read = read(reading, session);
            LoadedTable loaded = await(session);
            if (loaded.rows() != read) {
                throw new IllegalStateException(
                        "%d rows of %d arrived in %s".formatted(loaded.rows(), read, loaded.table()));
            }
            done = true;
            return loaded;
        } finally {
            if (!done) {
                stop(session);
            }
        }
    }

    private long read(Reading reading, Future<LoadedTable> session) throws IOException, InterruptedException {
        try {
            var rows = new CopyRows(pipe, load.srid());
            long read = reading.into(rows);
            rows.end();
            return read;
        } catch (InterruptedIOException e) {
            throw interrupted(e);
        } catch (Pipe.Broken e) {
            await(session);
            throw e;
        }
    }

    private static InterruptedException interrupted(InterruptedIOException e) {
        Thread.interrupted();
        var interrupted = new InterruptedException(e.getMessage());
        interrupted.initCause(e);
        return interrupted;
    }

    private LoadedTable await(Future<LoadedTable> session) throws InterruptedException {
        try {
            return session.get(Math.max(1, pipe.nanosLeft()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw late(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException trouble) {
                throw trouble;
            }
            throw late(e);
        }
    }

    private RemoteUnavailable late(Exception e) {
        return new RemoteUnavailable(
                PostgisLoader.SYSTEM, "The load of %s took longer than it may.".formatted(load.table()), e);
    }

    /** Ends the other side, and waits for it, so that no connection works on for a load that nobody waits for. */
    private void stop(Future<LoadedTable> session) {
        pipe.breakOff();
        boolean interrupted = Thread.interrupted();
        try {
            if (!session.isDone()) {
                load.cancel();
            }
            session.get(FAREWELL.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            session.cancel(true);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
