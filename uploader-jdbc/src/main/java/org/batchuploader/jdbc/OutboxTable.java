package org.batchuploader.jdbc;

import java.util.List;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.TaskOutbox.Word;
import org.jdbi.v3.core.Handle;

/** Table {@code queue_outbox}: word that no broker has confirmed yet. */
final class OutboxTable {
    /** What there is word of. */
    record Told(TaskId task, String orderKey) {}

    void add(Handle handle, List<Told> told) {
        handle.createUpdate(
                        """
                        INSERT INTO queue_outbox (task, order_key)
                        SELECT n.task, n.order_key
                          FROM UNNEST(CAST(:tasks AS VARCHAR ARRAY), CAST(:orderKeys AS VARCHAR ARRAY))
                               WITH ORDINALITY AS n (task, order_key, place)
                         ORDER BY n.place""")
                .bindArray(
                        "tasks",
                        String.class,
                        told.stream().map(t -> t.task().value()).toList())
                .bindArray(
                        "orderKeys",
                        String.class,
                        told.stream().map(Told::orderKey).toList())
                .execute();
    }

    /** The oldest from a place on, locked, without those that are locked already. */
    List<Word> lockOldest(Handle handle, long from, int max) {
        return handle.createQuery("SELECT seq, task, order_key FROM queue_outbox WHERE seq >= :from"
                        + " ORDER BY seq LIMIT :max FOR UPDATE SKIP LOCKED")
                .bind("from", from)
                .bind("max", max)
                .map((row, context) ->
                        new Word(row.getLong("seq"), new TaskId(row.getString("task")), row.getString("order_key")))
                .list();
    }

    void delete(Handle handle, List<Word> words) {
        handle.createUpdate("DELETE FROM queue_outbox WHERE seq = ANY(CAST(:seqs AS BIGINT ARRAY))")
                .bindArray("seqs", Long.class, words.stream().map(Word::place).toList())
                .execute();
    }
}
