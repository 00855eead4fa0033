package org.batchuploader.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.TaskId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tells the workers of this process which tasks have become claimable, and those of all others: by {@code NOTIFY} with
 * PostgreSQL, or by way of an outbox where there is a broker. What is not told, because a connection was broken, is found
 * by looking.
 */
final class WakeUp {
    static final String CHANNEL = "batch_uploader_queue";

    /** More tasks than these are told as the place where they begin. */
    private static final int LANES_AT_ONCE = 50;

    private static final int LINES_AT_ONCE = 50;
    private static final String EVERYTHING = "everything";

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Hints hints = new Hints();
    private final JdbcTransactions transactions;
    private final Dialect dialect;
    private final String self;
    private final @Nullable OutboxTable outbox;

    /** @param outbox absent where there is no broker */
    WakeUp(JdbcTransactions transactions, Dialect dialect, Ids ids, @Nullable OutboxTable outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.dialect = dialect;
        this.self = ids.task().value();
    }

    Hints hints() {
        return hints;
    }

    AutoCloseable add(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Tasks were queued at these places. */
    void queued(Handle handle, List<TaskTable.Added> added, List<TaskTable.Place> places) {
        List<OutboxTable.Told> tasks = added.stream()
                .map(a -> new OutboxTable.Told(a.id(), a.task().orderKey()))
                .toList();
        if (tasks.size() <= LANES_AT_ONCE) {
            tell(handle, tasks, lanes(tasks));
            return;
        }
        Map<Line.Key, Long> firsts = new HashMap<>();
        places.forEach(place -> firsts.merge(place.line(), place.seq(), Math::min));
        if (firsts.size() <= LINES_AT_ONCE) {
            List<String> told = new ArrayList<>();
            firsts.forEach((line, first) -> told.add(range(line, first)));
            tell(handle, tasks, told);
        } else {
            tell(handle, tasks, List.of(EVERYTHING));
        }
    }

    /** The task is claimable again. */
    void free(Handle handle, TaskId task, String orderKey) {
        List<OutboxTable.Told> tasks = List.of(new OutboxTable.Told(task, orderKey));
        tell(handle, tasks, lanes(tasks));
    }

    /** The first tasks of these lanes are gone. Others need not know: who finishes something claims again. */
    void finished(List<Long> lanes) {
        if (!lanes.isEmpty()) {
            transactions.afterCommit(() -> {
                hints.lanes(lanes);
                wake();
            });
        }
    }

    /** What another process told, or this one. */
    void hear(String message) {
        if (!message.startsWith(self)) {
            understand(message.substring(self.length() + 1));
            wake();
        }
    }

    /** Nothing may have been heard for a while. */
    void lookAtEverything() {
        hints.everything();
        wake();
    }

    private void tell(Handle handle, List<OutboxTable.Told> tasks, List<String> messages) {
        if (outbox != null) {
            outbox.add(handle, tasks);
        } else if (dialect == Dialect.POSTGRESQL) {
            for (String message : messages) {
                handle.createQuery("SELECT CAST(pg_notify(:channel, :message) AS TEXT)")
                        .bind("channel", CHANNEL)
                        .bind("message", self + " " + message)
                        .mapTo(String.class)
                        .list();
            }
        }
        transactions.afterCommit(() -> {
            messages.forEach(this::understand);
            wake();
        });
    }

    private void understand(String message) {
        String[] words = message.split(" ", 4);
        switch (words[0]) {
            case "lane" -> hints.lanes(List.of(Long.parseLong(words[1])));
            case "from" ->
                hints.range(new Line.Key(words[3], Boolean.parseBoolean(words[2])), Long.parseLong(words[1]));
            default -> hints.everything();
        }
    }

    private static List<String> lanes(List<OutboxTable.Told> tasks) {
        return tasks.stream()
                .map(task -> "lane " + Texts.lane(task.orderKey()))
                .distinct()
                .toList();
    }

    private static String range(Line.Key line, long first) {
        return "from " + first + " " + line.urgent() + " " + line.owner();
    }

    private void wake() {
        listeners.forEach(Runnable::run);
    }
}
