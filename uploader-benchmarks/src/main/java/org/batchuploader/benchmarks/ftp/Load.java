package org.batchuploader.benchmarks.ftp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.batchuploader.testkit.service.FtpClient;

/** Sessions that work at the same time. */
final class Load {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private Load() {}

    /** What a session does for one of the things to do. */
    interface Work {
        void once(FtpClient session, String name) throws IOException;
    }

    /** Stores a file under a new name each time. */
    static Work storing(Path file) {
        return (session, name) -> session.store(file, name);
    }

    /**
     * Sessions that are open already share what is to be done.
     *
     * @return seconds
     */
    static double seconds(Door door, int sessions, int times, Work work) throws Exception {
        List<FtpClient> clients = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            clients.add(door.session());
        }
        ExecutorService threads = Executors.newFixedThreadPool(sessions);
        try {
            AtomicInteger left = new AtomicInteger(times);
            List<Future<Void>> running = new ArrayList<>();
            long start = System.nanoTime();
            for (FtpClient client : clients) {
                running.add(threads.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        work.once(client, "t%07d.dbf".formatted(NAMES.incrementAndGet()));
                    }
                    return null;
                }));
            }
            for (Future<Void> one : running) {
                one.get();
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            threads.shutdownNow();
            for (FtpClient client : clients) {
                client.close();
            }
        }
    }

    /**
     * Logs in and out, one after the other.
     *
     * @return seconds
     */
    static double logins(Door door, int times) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            door.session().close();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /**
     * What sessions cost that are logged in and do nothing.
     *
     * @return bytes more than before them
     */
    static long idle(Door door, int sessions) throws IOException {
        long before = door.memory();
        List<FtpClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < sessions; i++) {
                clients.add(door.session());
            }
            return door.memory() - before;
        } finally {
            for (FtpClient client : clients) {
                client.close();
            }
        }
    }
}
