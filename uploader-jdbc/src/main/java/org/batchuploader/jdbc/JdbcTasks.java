package org.batchuploader.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.Bounds;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskQueue;
import org.jdbi.v3.core.Handle;

/** The queue in its tables: what to do, what is being done, what was given up. */
final class JdbcTasks implements TaskQueue {
    private final JdbcTransactions transactions;
    private final Ids ids;
    private final TaskTable tasks;
    private final ClaimTable claims;
    private final DeadTable dead;
    private final Claiming claiming;
    private final WakeUp wakeUp;

    JdbcTasks(JdbcTransactions transactions, TaskTime time, Ids ids, Bounds bounds, WakeUp wakeUp) {
        this.transactions = transactions;
        this.ids = ids;
        this.tasks = new TaskTable(time);
        this.claims = new ClaimTable(time);
        this.dead = new DeadTable(time);
        this.claiming = new Claiming(tasks, claims, bounds, wakeUp.hints());
        this.wakeUp = wakeUp;
    }

    /** To be called by the only process that has the database open, before it claims: the leases found are of dead ones. */
    void endLeasesOfTheDead() {
        transactions.write(claims::endLeases);
    }

    @Override
    public void enqueue(List<NewTask> added) {
        if (!added.isEmpty()) {
            transactions.write(handle -> insert(
                    handle,
                    added.stream()
                            .map(task -> new TaskTable.Added(ids.task(), task))
                            .toList()));
        }
    }

    private void insert(Handle handle, List<TaskTable.Added> added) {
        List<TaskTable.Place> places = tasks.insert(handle, added);
        wakeUp.queued(handle, added, places);
    }

    /** Not forced to disk on H2: a claim dies with the only process there is, and the task is then ready as before. */
    @Override
    public List<Claim> claim(int max, Duration lease) {
        return transactions.read(handle -> claiming.claim(handle, max, lease));
    }

    @Override
    public List<Claim> extend(List<Claim> claimed, Duration lease) {
        return transactions.change(handle -> {
            Held held = claims.lock(handle, claimed);
            if (!held.isEmpty()) {
                long turn = claims.takeTurn(handle);
                claims.extend(
                        handle, held.rows().stream().map(ClaimTable.Row::id).toList(), turn, lease);
            }
            return held.claims();
        });
    }

    @Override
    public boolean holds(Claim claim) {
        return transactions.read(handle -> !claims.lock(handle, List.of(claim)).isEmpty());
    }

    @Override
    public List<Claim> complete(List<Claim> done) {
        if (done.isEmpty()) {
            return List.of();
        }
        return transactions.change(handle -> {
            claims.readByIndex(handle);
            Held held = claims.lock(handle, done);
            claims.end(handle, held);
            tasks.delete(handle, held.tasks());
            wakeUp.finished(held.lanes());
            return held.claims();
        });
    }

    @Override
    public boolean giveUp(Claim claim, String reason) {
        return end(claim, (handle, task) -> {
            dead.bury(handle, task, reason);
            tasks.delete(handle, List.of(task));
            wakeUp.finished(List.of(task.lane()));
        });
    }

    @Override
    public boolean retryLater(Claim claim, Duration pause, String reason) {
        return end(claim, (handle, task) -> {
            tasks.putBack(handle, task, pause, reason);
            if (pause.isZero()) {
                wakeUp.free(handle, claim.task(), claim.orderKey());
            }
        });
    }

    @Override
    public boolean release(Claim claim) {
        return end(claim, (handle, task) -> wakeUp.free(handle, claim.task(), claim.orderKey()));
    }

    private boolean end(Claim claim, BiConsumer<Handle, ClaimTable.Task> then) {
        return transactions.change(handle -> {
            Held held = claims.lock(handle, List.of(claim));
            claims.end(handle, held);
            held.tasks().forEach(task -> then.accept(handle, task));
            return !held.isEmpty();
        });
    }

    @Override
    public Depth depth() {
        return transactions.read(handle -> {
            long claimed = claims.all(handle).stream()
                    .mapToLong(row -> row.lanes().size())
                    .sum();
            return new Depth(tasks.count(handle) - claimed, claimed, dead.count(handle));
        });
    }

    @Override
    public long position(String orderKey) {
        long lane = Texts.lane(orderKey);
        return transactions.read(handle -> {
            List<ClaimTable.Row> claimed = claims.all(handle);
            if (claimed.stream().anyMatch(row -> row.lanes().contains(lane))) {
                return 0L;
            }
            Optional<Long> first = tasks.first(handle, lane);
            return first.isEmpty() ? -1 : waiting(handle, claimed, first.get());
        });
    }

    @Override
    public long waiting() {
        return transactions.read(handle -> waiting(handle, claims.all(handle), Long.MAX_VALUE));
    }

    /** Claimed tasks are rows too, so that many more are counted. */
    private long waiting(Handle handle, List<ClaimTable.Row> claimed, long before) {
        long taken = claimed.stream()
                .flatMap(row -> row.seqs().stream())
                .filter(seq -> seq < before)
                .count();
        return Math.min(tasks.countBefore(handle, before, COUNTED + taken) - taken, COUNTED);
    }

    @Override
    public List<DeadTask> dead(int limit) {
        return transactions.read(handle -> dead.newest(handle, limit));
    }

    @Override
    public Optional<DeadTask> dead(TaskId task) {
        return transactions.read(handle -> dead.find(handle, task));
    }

    @Override
    public boolean redrive(TaskId id) {
        return transactions.change(handle -> {
            Optional<NewTask> task = dead.takeOut(handle, id);
            task.ifPresent(again -> insert(handle, List.of(new TaskTable.Added(id, again))));
            return task.isPresent();
        });
    }

    @Override
    public boolean drop(TaskId id) {
        return transactions.change(handle -> dead.takeOut(handle, id).isPresent());
    }

    @Override
    public AutoCloseable onReady(Runnable wake) {
        return wakeUp.add(wake);
    }
}
