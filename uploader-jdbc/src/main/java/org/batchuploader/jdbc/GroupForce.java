package org.batchuploader.jdbc;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/**
 * Forces an H2 file to disk, which H2's commit itself does not. Of the threads that have committed, one forces for all
 * while the next gather behind it.
 */
final class GroupForce implements Durability {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition done = lock.newCondition();
    private long asked;
    private long forced;
    private boolean forcing;

    @Override
    public void force(Handle handle) {
        lock.lock();
        try {
            long own = ++asked;
            while (forced < own) {
                if (forcing) {
                    done.awaitUninterruptibly();
                } else {
                    forceAsked(handle);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void forceAsked(Handle handle) {
        long target = asked;
        boolean reached = false;
        forcing = true;
        lock.unlock();
        try {
            handle.execute("CHECKPOINT SYNC");
            reached = true;
        } finally {
            lock.lock();
            forcing = false;
            forced = reached ? Math.max(forced, target) : forced;
            done.signalAll();
        }
    }
}
