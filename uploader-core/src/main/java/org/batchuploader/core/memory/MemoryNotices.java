package org.batchuploader.core.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.id.NoticeId;
import org.batchuploader.core.notice.Notice;
import org.batchuploader.core.notice.NoticeStore;
import org.batchuploader.core.upload.Page;
import org.jspecify.annotations.Nullable;

/** Notices in memory. */
final class MemoryNotices implements NoticeStore {
    private record Row(long number, Notice notice) {}

    private final MemoryTransactions transactions;
    private final Table<Long, Row> notices;
    private final Table<String, Long> numbers;

    MemoryNotices(MemoryTransactions transactions) {
        this.transactions = transactions;
        notices = new Table<>(transactions);
        numbers = new Table<>(transactions);
    }

    @Override
    public void insert(Notice notice) {
        transactions.run(() -> {
            if (numbers.get(notice.id().value()).isPresent()) {
                throw new IllegalStateException("notice " + notice.id() + " is stored already");
            }
            long number = Table.next(notices);
            numbers.put(notice.id().value(), number);
            notices.put(number, new Row(number, notice));
        });
    }

    @Override
    public Optional<Notice> find(NoticeId id) {
        return transactions.call(() -> row(id).map(Row::notice));
    }

    @Override
    public Page<Notice> list(String owner, @Nullable String after, int limit) {
        long before = Cursor.before(after);
        return transactions.call(() -> {
            List<Row> found = notices.newestFirst()
                    .filter(r -> r.number() < before && r.notice().owner().equals(owner))
                    .limit(limit + 1L)
                    .toList();
            Page<Row> page = Cursor.page(found, limit, Row::number);
            return new Page<>(page.items().stream().map(Row::notice).toList(), page.next());
        });
    }

    @Override
    public long unread(String owner) {
        return transactions.call(() -> notices.stream()
                .map(Row::notice)
                .filter(n -> n.owner().equals(owner) && n.read() == null)
                .count());
    }

    @Override
    public boolean markRead(NoticeId id, String owner, Instant at) {
        return transactions.call(() -> {
            Optional<Row> row = row(id).filter(r -> r.notice().owner().equals(owner));
            row.ifPresent(r -> notices.put(r.number(), new Row(r.number(), read(r.notice(), at))));
            return row.isPresent();
        });
    }

    private static Notice read(Notice notice, Instant at) {
        return new Notice(
                notice.id(),
                notice.owner(),
                notice.upload(),
                notice.dataset(),
                notice.kind(),
                notice.at(),
                notice.subject(),
                notice.text(),
                notice.links(),
                at);
    }

    private Optional<Row> row(NoticeId id) {
        return numbers.get(id.value()).flatMap(notices::get);
    }
}
