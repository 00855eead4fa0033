package org.batchuploader.postgis;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.batchuploader.core.feature.FeatureType;

/**
 * Between the thread that reads features and the one that sends them: a few buffers that go round, so that neither waits
 * for the other's every turn and memory stays as it is.
 */
final class Pipe {
    static final int BUFFERS = 6;
    static final int SIZE = 1 << 16;

    /** What goes through it. */
    sealed interface Piece permits Begin, Chunk, End {}

    /** All before is void; features of that type follow. */
    record Begin(FeatureType type) implements Piece {}

    /** There are no more. */
    record End() implements Piece {}

    /** Bytes of rows, cut anywhere. */
    static final class Chunk implements Piece {
        final byte[] bytes = new byte[SIZE];
        int length;
    }

    /** The other side has gone, or the time is over. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private final Deque<Chunk> empty = new ArrayDeque<>();
    private final long deadline;
    private boolean broken;

    /** @param nanos until it breaks by itself */
    Pipe(long nanos) {
        deadline = System.nanoTime() + nanos;
        for (int i = 0; i < BUFFERS; i++) {
            empty.add(new Chunk());
        }
    }

    /** A buffer to fill. */
    Chunk empty() throws IOException {
        return next(empty);
    }

    Piece take() throws IOException {
        return next(pieces);
    }

    private <T> T next(Deque<T> queue) throws IOException {
        lock.lock();
        try {
            check();
            while (queue.isEmpty()) {
                if (changed.awaitNanos(nanosLeft()) <= 0) {
                    throw new Broken("the time for the load is over");
                }
                check();
            }
            return queue.remove();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the database");
        } finally {
            lock.unlock();
        }
    }

    void put(Piece piece) throws IOException {
        lock.lock();
        try {
            check();
            pieces.add(piece);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The chunk was sent. */
    void giveBack(Chunk chunk) {
        lock.lock();
        try {
            empty.add(chunk);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Wakes whoever waits, and lets nobody wait again. */
    void breakOff() {
        lock.lock();
        try {
            broken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void check() throws Broken {
        if (broken) {
            throw new Broken("the load was broken off");
        }
    }

    /** Time that is left. */
    long nanosLeft() {
        return deadline - System.nanoTime();
    }
}
