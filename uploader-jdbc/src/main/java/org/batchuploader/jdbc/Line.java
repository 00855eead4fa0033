package org.batchuploader.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a process remembers of the waiting tasks of one owner and urgency: where to read on, so that it never reads again
 * over rows that are gone, claimed or behind others. It may be wrong about what can be claimed, which the database decides,
 * and forget what can, which is found when it goes back to {@link #floor}.
 */
final class Line {
    /** Whose tasks. */
    record Key(String owner, boolean urgent) {}

    private static final int REMEMBERED = 1000;

    private final Key key;
    private final TreeMap<Long, Long> named = new TreeMap<>();
    private long floor;
    private long cursor;
    private boolean exhausted;

    /** @param first no task before this one waits */
    Line(Key key, long first) {
        this.key = key;
        this.floor = first;
        this.cursor = first - 1;
    }

    Key key() {
        return key;
    }

    /** No task before this one waits. */
    long floor() {
        return floor;
    }

    /** Tasks up to this one cannot be claimed, but for the {@link #named}. */
    long cursor() {
        return cursor;
    }

    /** Whether nothing behind the cursor can be claimed either. */
    boolean exhausted() {
        return exhausted;
    }

    boolean hasMore() {
        return !exhausted || !named.isEmpty();
    }

    long first() {
        return named.isEmpty() ? cursor + 1 : Math.min(named.firstKey(), cursor + 1);
    }

    /** Tasks that can be claimed though they were read over, and their lanes. */
    Map<Long, Long> named() {
        return Map.copyOf(named);
    }

    void unname(Collection<Long> tasks) {
        named.keySet().removeAll(tasks);
    }

    /** This task, the first of its lane, can be claimed, wherever the cursor is. */
    void name(long task, long lane) {
        if (exhausted || task <= cursor) {
            floor = Math.min(floor, task);
            named.put(task, lane);
            if (named.size() > REMEMBERED) {
                backTo(named.firstKey());
            }
        }
    }

    /** From this task on some can be claimed. */
    void backTo(long task) {
        floor = Math.min(floor, task);
        cursor = exhausted ? task - 1 : Math.min(cursor, task - 1);
        exhausted = false;
        named.tailMap(task).clear();
    }

    /** Everything is to be read again, from this one on, before which none waits. */
    void rewind(long first) {
        floor = first;
        cursor = first - 1;
        exhausted = false;
        named.clear();
    }

    /** These were read behind the cursor, when so many were asked for. */
    void read(List<Long> tasks, int asked) {
        if (!tasks.isEmpty()) {
            cursor = tasks.get(tasks.size() - 1);
        }
        exhausted = tasks.size() < asked;
    }

    /** Nothing behind the cursor can be claimed. */
    void exhaust() {
        exhausted = true;
    }
}
