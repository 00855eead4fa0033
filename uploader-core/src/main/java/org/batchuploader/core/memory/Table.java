package org.batchuploader.core.memory;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows by key in the order of their keys; each change tells the transactions how to undo it. Used inside its transactions only. */
final class Table<K extends Comparable<K>, V> {
    private final TreeMap<K, V> rows = new TreeMap<>();
    private final MemoryTransactions transactions;

    Table(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    Stream<V> stream() {
        return rows.values().stream();
    }

    Stream<V> newestFirst() {
        return rows.descendingMap().values().stream();
    }

    Collection<V> all() {
        return Collections.unmodifiableCollection(rows.values());
    }

    void put(K key, V value) {
        restoreOnUndo(key, rows.put(key, value));
    }

    boolean remove(K key) {
        V before = rows.remove(key);
        if (before == null) {
            return false;
        }
        restoreOnUndo(key, before);
        return true;
    }

    /** The next number for a table whose keys count upwards. */
    static long next(Table<Long, ?> table) {
        return table.rows.isEmpty() ? 1 : table.rows.lastKey() + 1;
    }

    private void restoreOnUndo(K key, @Nullable V before) {
        transactions.onUndo(() -> {
            if (before == null) {
                rows.remove(key);
            } else {
                rows.put(key, before);
            }
        });
    }
}
