package org.batchuploader.core.memory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.memory.QueuedTask.State;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskQueue;

/** The queue in memory. A claim looks at every task, which is quick enough for tens of thousands. */
final class MemoryTasks implements TaskQueue {
    /** What one owner has claimed and may claim. */
    private static final class Turn {
        static final Comparator<Turn> ORDER = Comparator.<Turn>comparingInt(t -> t.claimed)
                .thenComparingLong(t -> t.claimable.element().number());

        final Queue<QueuedTask> claimable = new ArrayDeque<>();
        int claimed;
    }

    private final MemoryTransactions transactions;
    private final InstantSource clock;
    private final Ids ids;
    private final Table<Long, QueuedTask> tasks;
    private final Table<String, Long> numbers;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long lastNumber;

    MemoryTasks(MemoryTransactions transactions, InstantSource clock, Ids ids) {
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        tasks = new Table<>(transactions);
        numbers = new Table<>(transactions);
    }

    @Override
    public void enqueue(NewTask task) {
        transactions.run(() -> {
            TaskId id = ids.task();
            put(new QueuedTask(++lastNumber, id, task, State.WAITING, clock.instant(), 0, 0, ""));
            wake();
        });
    }

    @Override
    public List<Claim> claim(int max, Duration lease) {
        return transactions.call(() -> {
            var now = clock.instant();
            Map<String, Turn> turns = new HashMap<>();
            Set<String> keys = new HashSet<>();
            for (QueuedTask task : tasks.all()) {
                Turn turn = turns.computeIfAbsent(task.task().owner(), owner -> new Turn());
                turn.claimed += task.isClaimed(now) ? 1 : 0;
                if (task.isLive() && keys.add(task.task().orderKey()) && task.isClaimable(now)) {
                    turn.claimable.add(task);
                }
            }
            var queue = new PriorityQueue<>(Turn.ORDER);
            turns.values().stream().filter(t -> !t.claimable.isEmpty()).forEach(queue::add);
            List<Claim> claims = new ArrayList<>();
            while (claims.size() < max && !queue.isEmpty()) {
                Turn turn = queue.remove();
                QueuedTask next = turn.claimable.remove().claimedUntil(now.plus(lease));
                put(next);
                claims.add(next.claim());
                turn.claimed++;
                if (!turn.claimable.isEmpty()) {
                    queue.add(turn);
                }
            }
            return List.copyOf(claims);
        });
    }

    @Override
    public boolean extend(Claim claim, Duration lease) {
        return replace(claim, task -> task.extendedUntil(clock.instant().plus(lease)));
    }

    @Override
    public boolean holds(Claim claim) {
        return transactions.call(() -> held(claim).isPresent());
    }

    @Override
    public boolean complete(Claim claim) {
        return transactions.call(() -> {
            Optional<QueuedTask> held = held(claim);
            held.ifPresent(task -> {
                tasks.remove(task.number());
                numbers.remove(task.id().value());
                wake();
            });
            return held.isPresent();
        });
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
                    return task.isClaimed(now) ? 0 : before;
                }
                before += task.isLive() && !task.isClaimed(now) ? 1 : 0;
            }
            return -1L;
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
    public boolean redrive(TaskId id) {
        return transactions.call(() -> {
            Optional<QueuedTask> dead =
                    numbers.get(id.value()).flatMap(tasks::get).filter(t -> !t.isLive());
            dead.ifPresent(task -> {
                tasks.remove(task.number());
                put(task.queuedAgain(++lastNumber, clock.instant()));
                wake();
            });
            return dead.isPresent();
        });
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
