package org.batchuploader.jdbc;

import java.util.List;
import java.util.function.Consumer;
import org.batchuploader.core.task.TaskOutbox;

/** The outbox in its table. */
final class JdbcOutbox implements TaskOutbox {
    private final JdbcTransactions transactions;
    private final OutboxTable words;
    private final Hints hints;

    JdbcOutbox(JdbcTransactions transactions, OutboxTable words, Hints hints) {
        this.transactions = transactions;
        this.words = words;
        this.hints = hints;
    }

    /** The rows stay locked while they are sent, so that no two processes send the same and a crash leaves them. */
    @Override
    public List<Word> send(long from, int max, Consumer<List<Word>> sender) {
        return transactions.call(() -> {
            List<Word> oldest = transactions.read(handle -> words.lockOldest(handle, from, max));
            if (!oldest.isEmpty()) {
                sender.accept(oldest);
                transactions.write(handle -> words.delete(handle, oldest));
            }
            return oldest;
        });
    }

    @Override
    public void heard(String orderKey) {
        hints.lanes(List.of(Texts.lane(orderKey)));
    }
}
