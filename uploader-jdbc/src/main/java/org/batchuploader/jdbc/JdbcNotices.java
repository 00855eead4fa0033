package org.batchuploader.jdbc;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.NoticeId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.notice.Notice;
import org.batchuploader.core.notice.NoticeStore;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.upload.Page;
import org.batchuploader.jdbc.Pages.Numbered;
import org.jspecify.annotations.Nullable;

/** Table {@code notice}. */
final class JdbcNotices implements NoticeStore {
    private static final String SELECT =
            """
            SELECT seq, id, owner, upload, dataset, kind, told, subject, message, links, seen
              FROM notice""";
    private static final TypeReference<List<Link>> LINKS = new TypeReference<>() {};

    private final JdbcTransactions transactions;

    JdbcNotices(JdbcTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void insert(Notice notice) {
        transactions.write(handle -> {
            handle.createUpdate(
                            """
                            INSERT INTO notice
                                   (id, owner, upload, dataset, kind, told, subject, message, links, seen)
                            VALUES (:id, :owner, :upload, :dataset, :kind, :at, :subject, :message, :links, :seen)""")
                    .bind("id", notice.id().value())
                    .bind("owner", notice.owner())
                    .bind("upload", notice.upload().value())
                    .bind("dataset", notice.dataset().value())
                    .bind("kind", notice.kind().name())
                    .bind("at", notice.at())
                    .bind("subject", Texts.storable(notice.subject()))
                    .bind("message", Texts.storable(notice.text()))
                    .bind("links", Json.write(notice.links()))
                    .bind("seen", notice.read())
                    .execute();
        });
    }

    @Override
    public Optional<Notice> find(NoticeId id) {
        return transactions.read(handle -> handle.createQuery(SELECT + " WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> read(row).value())
                .findOne());
    }

    @Override
    public Page<Notice> list(String owner, @Nullable String after, int limit) {
        long before = Pages.before(after);
        return transactions.read(handle -> Pages.page(
                handle.createQuery(SELECT
                                + " WHERE owner = :owner AND seq < :before ORDER BY owner DESC, seq DESC LIMIT :limit")
                        .bind("owner", owner)
                        .bind("before", before)
                        .bind("limit", limit + 1)
                        .map((row, context) -> read(row))
                        .list(),
                limit));
    }

    @Override
    public long unread(String owner) {
        return transactions.read(
                handle -> handle.createQuery("SELECT COUNT(*) FROM notice WHERE owner = :owner AND seen IS NULL")
                        .bind("owner", owner)
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public boolean markRead(NoticeId id, String owner, Instant at) {
        return transactions.change(handle -> {
            return handle.createUpdate("UPDATE notice SET seen = :at WHERE id = :id AND owner = :owner")
                            .bind("at", at)
                            .bind("id", id.value())
                            .bind("owner", owner)
                            .execute()
                    == 1;
        });
    }

    private static Numbered<Notice> read(ResultSet row) throws SQLException {
        return new Numbered<>(
                row.getLong("seq"),
                new Notice(
                        new NoticeId(row.getString("id")),
                        row.getString("owner"),
                        new UploadId(row.getString("upload")),
                        new DatasetId(row.getString("dataset")),
                        Notice.Kind.valueOf(row.getString("kind")),
                        Instants.at(row, "told"),
                        row.getString("subject"),
                        row.getString("message"),
                        Json.read(row.getString("links"), LINKS),
                        Instants.atOrNull(row, "seen")));
    }
}
