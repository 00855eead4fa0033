package org.batchuploader.app.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** The threads that may block: some for the disk, some for everything else, so that neither starves the other. */
final class Threads implements AutoCloseable {
    private static final int DISK = 16;
    private static final int CORE = 16;
    private static final long WARN_AFTER_MINUTES = 5;

    private final WorkerExecutor disk;
    private final WorkerExecutor core;

    Threads(Vertx vertx) {
        disk = vertx.createSharedWorkerExecutor("uploader-disk", DISK, WARN_AFTER_MINUTES, TimeUnit.MINUTES);
        core = vertx.createSharedWorkerExecutor("uploader-http", CORE, WARN_AFTER_MINUTES, TimeUnit.MINUTES);
    }

    /** Writes bytes; the caller sees to it that those of one file come one after the other. */
    <T> Future<T> onDisk(Callable<T> work) {
        return disk.executeBlocking(work, false);
    }

    <T> Future<T> inCore(Callable<T> work) {
        return core.executeBlocking(work, false);
    }

    @Override
    public void close() {
        disk.close();
        core.close();
    }
}
