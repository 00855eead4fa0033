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

    List<Claim> claim(Handle handle, int max, Duration lease) {
        claims.takeTurn(handle);
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
        ClaimTable.Standing standing = claims.standing(handle, oldest);
        oldest = standing.oldest();
        Map<String, Long> claimed = standing.claimed();
        List<Long> lanes = new ArrayList<>();
        if (standing.ranOut()) {
            lanes.addAll(endLeases(handle, claimed));
        }
        lookAt(handle, hints.take(), lanes);
        if (System.nanoTime() - wentBack > GO_BACK_EVERY) {
            allowance.tryRun(() -> goBack(handle));
        }
        List<Claim> made = new ArrayList<>();
        make(handle, max, standing, lease, made);
        if (made.size() < max && allowance.tryRun(() -> goBack(handle))) {
            make(handle, max, standing, lease, made);
        }
        return List.copyOf(made);
    }

    private void make(Handle handle, int max, ClaimTable.Standing standing, Duration lease, List<Claim> made) {
        List<QueuedRow> rows = take(handle, max - made.size(), standing.claimed());
        if (!rows.isEmpty()) {
            made.addAll(claims.insert(handle, rows, standing.turn(), standing.turn() + made.size(), lease));
        }
    }

    private List<Long> endLeases(Handle handle, Map<String, Long> claimed) {
        List<ClaimTable.Row> over = claims.sweep(handle, oldest);
        tasks.countAttempts(handle, over);
        over.forEach(claim -> claimed.merge(claim.owner(), -1L, Long::sum));
        return over.stream().map(ClaimTable.Row::lane).toList();
    }

    private void lookAt(Handle handle, Hints.Told told, List<Long> more) {
        if (told.everything() || System.nanoTime() - discovered > DISCOVER_EVERY) {
            discover(handle, told.everything());
        }
        told.ranges().forEach(lines::from);
        List<Long> lanes = new ArrayList<>(told.lanes());
        lanes.addAll(more);
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
    private List<QueuedRow> take(Handle handle, int max, Map<String, Long> claimed) {
        List<QueuedRow> rows = new ArrayList<>();
        List<String> turns = Turns.next(max, bounds, claimed, lines.waiting());
        while (!turns.isEmpty()) {
            Map<String, Queue<QueuedRow>> found = read(handle, Turns.quotas(turns));
            for (String owner : turns) {
                QueuedRow row = found.getOrDefault(owner, new ArrayDeque<>()).poll();
                if (row != null) {
                    rows.add(row);
                    claimed.merge(owner, 1L, Long::sum);
                }
            }
            turns = rows.size() < max ? Turns.next(max - rows.size(), bounds, claimed, lines.waiting()) : List.of();
        }
        return rows;
    }

    /** Up to so many claimable tasks of each owner, urgent ones first, which are not read again. */
    private Map<String, Queue<QueuedRow>> read(Handle handle, Map<String, Integer> quotas) {
        Map<String, Queue<QueuedRow>> found = new HashMap<>();
        for (boolean urgent : List.of(true, false)) {
            Map<Line, Integer> wanted = new LinkedHashMap<>();
            quotas.forEach((owner, quota) -> lines.find(owner, urgent).ifPresent(line -> {
                Queue<QueuedRow> rows = found.computeIfAbsent(owner, o -> new ArrayDeque<>());
                readNamed(handle, line, quota - rows.size(), rows);
                if (rows.size() < quota && !line.exhausted()) {
                    wanted.put(line, quota - rows.size());
                }
            }));
            if (!wanted.isEmpty()) {
                tasks.next(handle, wanted).forEach((line, rows) -> {
                    line.read(rows.stream().map(QueuedRow::seq).toList(), wanted.getOrDefault(line, 0));
                    found.getOrDefault(line.key().owner(), new ArrayDeque<>()).addAll(rows);
                });
            }
        }
        return found;
    }

    private void readNamed(Handle handle, Line line, int max, Queue<QueuedRow> rows) {
        Map<Long, Long> named = line.named();
        if (named.isEmpty() || max == 0) {
            return;
        }
        List<QueuedRow> claimable = tasks.claimable(handle, named.values()).stream()
                .filter(row -> named.containsKey(row.seq()))
                .toList();
        List<QueuedRow> taken = claimable.subList(0, Math.min(max, claimable.size()));
        Set<Long> left = new HashSet<>(named.keySet());
        claimable.subList(taken.size(), claimable.size()).forEach(row -> left.remove(row.seq()));
        line.unname(left);
        rows.addAll(taken);
    }
}
