package org.batchuploader.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskQueue;
import org.jdbi.v3.core.Handle;

/** The queue in its table. */
final class JdbcTasks implements TaskQueue {
    private final JdbcTransactions transactions;
    private final Ids ids;
    private final TaskTable table;
    private final TaskTurns turns;
    private final TaskSorter sorter = new TaskSorter();
    private final WakeUp wakeUp;

    JdbcTasks(JdbcTransactions transactions, TaskTime time, Ids ids, WakeUp wakeUp) {
        this.transactions = transactions;
        this.ids = ids;
        this.table = new TaskTable(time);
        this.turns = new TaskTurns(time);
        this.wakeUp = wakeUp;
    }

    /** To be called by the only process that has the database open, before it claims: the leases found are of dead ones. */
    void endLeasesOfTheDead() {
        transactions.write(table::endLeases);
    }

    @Override
    public void enqueue(NewTask task) {
        transactions.write(handle -> {
            table.insert(handle, ids.task(), task, 0);
            wakeUp.afterCommit(handle);
        });
    }

    /** Not forced to disk on H2: a claim dies with the only process there is, and the task is then ready as before. */
    @Override
    public List<Claim> claim(int max, Duration lease) {
        return transactions.read(handle -> {
            sorter.sort(handle);
            return turns.claim(handle, max, lease);
        });
    }

    @Override
    public boolean extend(Claim claim, Duration lease) {
        return transactions.change(handle -> {
            return table.extend(handle, claim, lease);
        });
    }

    @Override
    public boolean holds(Claim claim) {
        return transactions.read(handle -> table.lock(handle, claim));
    }

    @Override
    public boolean complete(Claim claim) {
        return takeAway(claim, handle -> table.delete(handle, claim));
    }

    @Override
    public boolean giveUp(Claim claim, String reason) {
        return takeAway(claim, handle -> table.bury(handle, claim, reason));
    }

    private boolean takeAway(Claim claim, Predicate<Handle> removal) {
        return transactions.change(handle -> {
            boolean held = removal.test(handle);
            if (held) {
                table.promote(handle, claim.orderKey());
                wakeUp.afterCommit(handle);
            }
            return held;
        });
    }

    @Override
    public boolean retryLater(Claim claim, Duration pause, String reason) {
        return transactions.change(handle -> {
            return table.pause(handle, claim, pause, reason);
        });
    }

    @Override
    public boolean release(Claim claim) {
        return transactions.change(handle -> {
            boolean held = table.release(handle, claim);
            if (held) {
                wakeUp.afterCommit(handle);
            }
            return held;
        });
    }

    @Override
    public Depth depth() {
        return transactions.read(table::depth);
    }

    @Override
    public long position(String orderKey) {
        return transactions.read(handle -> table.position(handle, orderKey));
    }

    @Override
    public List<DeadTask> dead(int limit) {
        return transactions.read(handle -> table.dead(handle, limit));
    }

    @Override
    public boolean redrive(TaskId task) {
        return transactions.change(handle -> {
            boolean dead = table.revive(handle, task);
            if (dead) {
                wakeUp.afterCommit(handle);
            }
            return dead;
        });
    }

    @Override
    public AutoCloseable onReady(Runnable wake) {
        return wakeUp.add(wake);
    }
}
