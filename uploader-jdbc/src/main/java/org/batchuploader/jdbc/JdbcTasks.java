package org.batchuploader.jdbc;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.Bounds;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.Overview;
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

    /** @param node what this process is called in what it claims */
    JdbcTasks(JdbcTransactions transactions, TaskTime time, Ids ids, Bounds bounds, WakeUp wakeUp, String node) {
        this.transactions = transactions;
        this.ids = ids;
        this.tasks = new TaskTable(time);
        this.claims = new ClaimTable(time, node);
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
        return putBack(claim, 1, pause, reason);
    }

    @Override
    public boolean postpone(Claim claim, Duration pause, String reason) {
        return putBack(claim, 0, pause, reason);
    }

    private boolean putBack(Claim claim, int attempts, Duration pause, String reason) {
        return end(claim, (handle, task) -> {
            tasks.putBack(handle, task, attempts, pause, reason);
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

    /** One pass over the waiting rows, whose number tells how long it takes. */
    @Override
    public Overview overview() {
        return transactions.read(handle -> {
            List<ClaimTable.Row> claimed = claims.all(handle);
            return new Overview(
                    tasks.loads(handle, claimed), dead.count(handle), tasks.everQueued(handle), claiming.bounds());
        });
    }

    @Override
    public List<RunningTask> running(int limit) {
        return transactions.read(handle -> {
            List<ClaimTable.Since> held = claims.longest(handle, limit);
            Map<Long, QueuedRow> rows =
                    tasks.of(handle, held.stream().map(ClaimTable.Since::task).toList());
            return held.stream()
                    .flatMap(since ->
                            Stream.ofNullable(rows.get(since.task().seq())).map(row -> row.running(since)))
                    .limit(limit)
                    .toList();
        });
    }

    @Override
    public List<WaitingTask> waiting(String owner, int limit) {
        return transactions.read(handle -> {
            Set<Long> claimed = new HashSet<>();
            claims.all(handle).forEach(row -> claimed.addAll(row.seqs()));
            return tasks.ofOwner(handle, owner, limit + claimed.size()).stream()
                    .filter(row -> !claimed.contains(row.seq()))
                    .limit(limit)
                    .map(row -> new WaitingTask(row.id(), row.work()))
                    .toList();
        });
    }

    @Override
    public boolean knows(String orderKey) {
        return transactions.read(
                handle -> tasks.first(handle, Texts.lane(orderKey)).isPresent());
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
