package org.batchuploader.core.memory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.memory.QueuedTask.State;
import org.batchuploader.core.task.Bounds;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Turns;

/** The queue in memory. A claim looks at every task, which is quick enough for tens of thousands. */
final class MemoryTasks implements TaskQueue {
    private final MemoryTransactions transactions;
    private final InstantSource clock;
    private final Ids ids;
    private final Bounds bounds;
    private final Table<Long, QueuedTask> tasks;
    private final Table<String, Long> numbers;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long lastNumber;

    MemoryTasks(MemoryTransactions transactions, InstantSource clock, Ids ids, Bounds bounds) {
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.bounds = bounds;
        tasks = new Table<>(transactions);
        numbers = new Table<>(transactions);
    }

    @Override
    public void enqueue(List<NewTask> added) {
        transactions.run(() -> {
            for (NewTask task : added) {
                put(new QueuedTask(++lastNumber, ids.task(), task, State.WAITING, clock.instant(), 0, 0, ""));
            }
            wake();
        });
    }

    @Override
    public List<Claim> claim(int max, Duration lease) {
        return transactions.call(() -> {
            var now = clock.instant();
            Map<String, Long> claimed = new HashMap<>();
            Map<String, PriorityQueue<QueuedTask>> claimable = new HashMap<>();
            Set<String> keys = new HashSet<>();
            for (QueuedTask task : tasks.all()) {
                String owner = task.task().owner();
                claimed.merge(owner, task.isClaimed(now) ? 1L : 0L, Long::sum);
                if (task.isLive() && keys.add(task.task().orderKey()) && task.isClaimable(now)) {
                    claimable
                            .computeIfAbsent(owner, o -> new PriorityQueue<>(QueuedTask.URGENT_FIRST))
                            .add(task);
                }
            }
            List<Turns.Waiting> owners = new ArrayList<>();
            claimable.forEach((owner, queue) ->
                    owners.add(new Turns.Waiting(owner, queue.element().number(), queue.size())));
            List<Claim> claims = new ArrayList<>();
            for (String owner : Turns.next(max, bounds, claimed, owners)) {
                QueuedTask next = claimable
                        .getOrDefault(owner, new PriorityQueue<>())
                        .remove()
                        .claimedUntil(now.plus(lease));
                put(next);
                claims.add(next.claim());
            }
            return List.copyOf(claims);
        });
    }

    @Override
    public List<Claim> extend(List<Claim> claims, Duration lease) {
        return transactions.call(() -> claims.stream()
                .filter(claim -> replace(
                        claim, task -> task.extendedUntil(clock.instant().plus(lease))))
                .toList());
    }

    @Override
    public boolean holds(Claim claim) {
        return transactions.call(() -> held(claim).isPresent());
    }

    @Override
    public List<Claim> complete(List<Claim> claims) {
        return transactions.call(() -> claims.stream().filter(this::remove).toList());
    }

    private boolean remove(Claim claim) {
        Optional<QueuedTask> held = held(claim);
        held.ifPresent(task -> {
            forget(task);
            wake();
        });
        return held.isPresent();
    }

    @Override
    public boolean retryLater(Claim claim, Duration pause, String reason) {
        return replace(claim, task -> task.waitingUntil(clock.instant().plus(pause), task.attempt(), reason));
    }

    @Override
    public boolean release(Claim claim) {
        return replace(claim, task -> task.waitingUntil(clock.instant(), task.attempt() - 1, task.reason()));
    }

    @Override
    public boolean giveUp(Claim claim, String reason) {
        return replace(claim, task -> task.died(clock.instant(), reason));
    }

    @Override
    public Depth depth() {
        return transactions.call(() -> {
            var now = clock.instant();
            long claimed = tasks.stream().filter(t -> t.isClaimed(now)).count();
            long dead = tasks.stream().filter(t -> !t.isLive()).count();
            return new Depth(tasks.all().size() - claimed - dead, claimed, dead);
        });
    }

    @Override
    public long position(String orderKey) {
        return transactions.call(() -> {
            var now = clock.instant();
            long before = 0;
            for (QueuedTask task : tasks.all()) {
                if (task.isLive() && task.task().orderKey().equals(orderKey)) {
                    return task.isClaimed(now) ? 0 : Math.min(before, COUNTED);
                }
                before += task.isLive() && !task.isClaimed(now) ? 1 : 0;
            }
            return -1L;
        });
    }

    @Override
    public long waiting() {
        return transactions.call(() -> {
            var now = clock.instant();
            return tasks.all().stream()
                    .filter(task -> task.isLive() && !task.isClaimed(now))
                    .limit(COUNTED)
                    .count();
        });
    }

    @Override
    public List<DeadTask> dead(int limit) {
        return transactions.call(() -> tasks.stream()
                .filter(t -> !t.isLive())
                .sorted(Comparator.comparing(QueuedTask::due)
                        .thenComparing(QueuedTask::number)
                        .reversed())
                .limit(limit)
                .map(QueuedTask::dead)
                .toList());
    }

    @Override
    public Optional<DeadTask> dead(TaskId id) {
        return transactions.call(() -> corpse(id).map(QueuedTask::dead));
    }

    @Override
    public boolean redrive(TaskId id) {
        return transactions.call(() -> {
            Optional<QueuedTask> dead = corpse(id);
            dead.ifPresent(task -> {
                tasks.remove(task.number());
                put(task.queuedAgain(++lastNumber, clock.instant()));
                wake();
            });
            return dead.isPresent();
        });
    }

    @Override
    public boolean drop(TaskId id) {
        return transactions.call(() -> {
            Optional<QueuedTask> dead = corpse(id);
            dead.ifPresent(this::forget);
            return dead.isPresent();
        });
    }

    private Optional<QueuedTask> corpse(TaskId id) {
        return numbers.get(id.value()).flatMap(tasks::get).filter(task -> !task.isLive());
    }

    private void forget(QueuedTask task) {
        tasks.remove(task.number());
        numbers.remove(task.id().value());
    }

    @Override
    public AutoCloseable onReady(Runnable wake) {
        listeners.add(wake);
        return () -> listeners.remove(wake);
    }

    private boolean replace(Claim claim, Function<QueuedTask, QueuedTask> change) {
        return transactions.call(() -> {
            Optional<QueuedTask> held = held(claim);
            held.ifPresent(task -> {
                put(change.apply(task));
                wake();
            });
            return held.isPresent();
        });
    }

    /** A lease is judged at the time the transaction began, so that what held at its start can be completed at its end. */
    private Optional<QueuedTask> held(Claim claim) {
        return numbers.get(claim.task().value())
                .flatMap(tasks::get)
                .filter(task -> task.isHeldBy(claim, transactions.began()));
    }

    private void put(QueuedTask task) {
        numbers.put(task.id().value(), task.number());
        tasks.put(task.number(), task);
    }

    private void wake() {
        transactions.afterCommit(() -> listeners.forEach(Runnable::run));
    }
}
