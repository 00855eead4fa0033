package org.batchuploader.jdbc;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.batchuploader.core.task.Bounds;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.Turns;
import org.jdbi.v3.core.Handle;

/**
 * Chooses what to claim. Claims of all processes come one after the other, each for many tasks, so that bounds and turns
 * are exact. It reads on where it stopped ({@link Line}) and never over rows that are gone, which a long transaction of
 * somebody else may force the database to keep; what it may have missed it finds when it goes back to the first rows.
 */
final class Claiming {
    private static final int AT_MOST = 1000;
    private static final long GO_BACK_EVERY = 2_000_000_000L;
    private static final long DISCOVER_EVERY = 30_000_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final TaskTable tasks;
    private final ClaimTable claims;
    private final Bounds bounds;
    private final Hints hints;
    private final Lines lines = new Lines();
    private final Allowance allowance = new Allowance(System::nanoTime);
    private long oldest;
    private long wentBack = System.nanoTime();
    private long discovered = System.nanoTime();

    Claiming(TaskTable tasks, ClaimTable claims, Bounds bounds, Hints hints) {
        this.tasks = tasks;
        this.claims = claims;
        this.bounds = bounds;
        this.hints = hints;
    }

    Bounds bounds() {
        return bounds;
    }

    List<Claim> claim(Handle handle, int max, Duration lease) {
        lock.lock();
        try {
            return claimLocked(handle, Math.min(max, AT_MOST), lease);
        } catch (RuntimeException | Error e) {
            hints.everything();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private List<Claim> claimLocked(Handle handle, int max, Duration lease) {
        claims.readByIndex(handle);
        lookAt(handle, hints.take());
        long turn = claims.takeTurn(handle);
        List<ClaimTable.Row> rows = claims.standing(handle, oldest);
        oldest = rows.stream().mapToLong(ClaimTable.Row::turn).min().orElse(turn);
        if (rows.stream().anyMatch(ClaimTable.Row::over)) {
            endLeases(handle);
            rows = claims.standing(handle, oldest);
        }
        var standing = new Standing(rows);
        if (System.nanoTime() - wentBack > GO_BACK_EVERY) {
            allowance.tryRun(() -> goBack(handle));
        }
        List<QueuedRow> taken = new ArrayList<>();
        take(handle, max, standing, taken);
        if (taken.isEmpty() && allowance.tryRun(() -> goBack(handle))) {
            take(handle, max, standing, taken);
        }
        return taken.isEmpty() ? List.of() : claims.insert(handle, taken, turn, lease);
    }

    private void endLeases(Handle handle) {
        List<ClaimTable.Row> over = claims.sweep(handle, oldest);
        tasks.countAttempts(handle, over);
        name(handle, over.stream().flatMap(row -> row.lanes().stream()).toList());
    }

    private void lookAt(Handle handle, Hints.Told told) {
        if (told.everything() || System.nanoTime() - discovered > DISCOVER_EVERY) {
            discover(handle, told.everything());
        }
        told.ranges().forEach(lines::from);
        name(handle, told.lanes());
    }

    private void name(Handle handle, List<Long> lanes) {
        if (!lanes.isEmpty()) {
            tasks.firstOfLanes(handle, lanes).forEach(lines::name);
        }
    }

    private void discover(Handle handle, boolean now) {
        Runnable all = () -> tasks.firstOfAll(handle).forEach(lines::from);
        if (now) {
            all.run();
        } else {
            allowance.tryRun(all);
        }
        discovered = System.nanoTime();
    }

    private void goBack(Handle handle) {
        if (!lines.all().isEmpty()) {
            lines.rewind(tasks.firstOfLines(handle, lines.all()));
        }
        wentBack = System.nanoTime();
    }

    /** Takes turns until there is enough or nobody has more. */
    private void take(Handle handle, int max, Standing standing, List<QueuedRow> taken) {
        List<String> turns = next(max - taken.size(), standing);
        while (!turns.isEmpty()) {
            Map<String, Queue<QueuedRow>> found = read(handle, Turns.quotas(turns), standing);
            for (String owner : turns) {
                QueuedRow row = found.getOrDefault(owner, new ArrayDeque<>()).poll();
                if (row != null) {
                    taken.add(row);
                    standing.add(row);
                }
            }
            turns = next(max - taken.size(), standing);
        }
    }

    private List<String> next(int max, Standing standing) {
        return max == 0 ? List.of() : Turns.next(max, bounds, standing.claimed(), lines.waiting());
    }

    /** Up to so many claimable tasks of each owner, urgent ones first, which are not read again. */
    private Map<String, Queue<QueuedRow>> read(Handle handle, Map<String, Integer> quotas, Standing standing) {
        Map<String, Queue<QueuedRow>> found = new HashMap<>();
        for (boolean urgent : List.of(true, false)) {
            Map<Line, Integer> wanted = new LinkedHashMap<>();
            quotas.forEach((owner, quota) -> lines.find(owner, urgent).ifPresent(line -> {
                Queue<QueuedRow> rows = found.computeIfAbsent(owner, o -> new ArrayDeque<>());
                readNamed(handle, line, quota - rows.size(), standing, rows);
                if (rows.size() < quota && !line.exhausted()) {
                    wanted.put(line, quota - rows.size());
                }
            }));
            if (!wanted.isEmpty()) {
                tasks.next(handle, wanted, standing.busy()).forEach((line, rows) -> {
                    line.read(rows.stream().map(QueuedRow::seq).toList(), wanted.getOrDefault(line, 0));
                    found.getOrDefault(line.key().owner(), new ArrayDeque<>()).addAll(rows);
                });
            }
        }
        return found;
    }

    private void readNamed(Handle handle, Line line, int max, Standing standing, Queue<QueuedRow> rows) {
        Map<Long, Long> named = line.named();
        if (named.isEmpty() || max == 0) {
            return;
        }
        List<QueuedRow> claimable = tasks.claimable(handle, named.values(), standing.busy()).stream()
                .filter(row -> named.containsKey(row.seq()))
                .toList();
        List<QueuedRow> taken = claimable.subList(0, Math.min(max, claimable.size()));
        Set<Long> left = new HashSet<>(named.keySet());
        claimable.subList(taken.size(), claimable.size()).forEach(row -> left.remove(row.seq()));
        line.unname(left);
        rows.addAll(taken);
    }
}
