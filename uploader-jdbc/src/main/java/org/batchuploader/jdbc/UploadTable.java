package org.batchuploader.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.batchuploader.core.bundle.BundleKey;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadFile;
import org.batchuploader.core.upload.UploadQuery;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.jdbc.Pages.Numbered;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Table {@code upload}. Its rows are read with their files from {@link UploadFileTable}. */
final class UploadTable {
    private static final String COLUMNS =
            "seq, id, owner, source, folder, base, is_open, received, last_arrival, state";
    private static final int STRIPES = 256;

    private final UploadFileTable files = new UploadFileTable();

    void insert(Handle handle, Upload upload) {
        try (var sql = handle.createUpdate(
                """
                INSERT INTO upload
                       (id, owner, source, folder, base, bundle_hash, is_open, received, last_arrival, state)
                VALUES (:id, :owner, :source, :folder, :base, :bundle, :open, :received, :arrival, :state)""")) {
            bind(sql, upload).execute();
        }
        files.insert(handle, upload);
    }

    void update(Handle handle, Upload upload) {
        try (var sql = handle.createUpdate(
                """
                UPDATE upload
                   SET owner = :owner, source = :source, folder = :folder, base = :base, bundle_hash = :bundle,
                       is_open = :open, received = :received, last_arrival = :arrival, state = :state
                 WHERE id = :id""")) {
            if (bind(sql, upload).execute() == 0) {
                throw new IllegalStateException("no upload " + upload.id() + " is stored");
            }
        }
        files.replace(handle, upload);
    }

    private static <S extends SqlStatement<S>> S bind(S sql, Upload upload) {
        return sql.bind("id", upload.id().value())
                .bind("owner", upload.owner())
                .bind("source", upload.source())
                .bind("folder", upload.folder())
                .bind("base", upload.base())
                .bind("bundle", hash(new BundleKey(upload.owner(), upload.folder(), upload.base())))
                .bind("open", upload.open())
                .bind("received", upload.received())
                .bind("arrival", upload.lastArrival())
                .bind("state", upload.state().name());
    }

    void delete(Handle handle, UploadId id) {
        handle.createUpdate("DELETE FROM upload WHERE id = :id")
                .bind("id", id.value())
                .execute();
    }

    Optional<Upload> find(Handle handle, UploadId id) {
        return one(
                handle,
                handle.createQuery("SELECT " + COLUMNS + " FROM upload WHERE id = :id")
                        .bind("id", id.value())
                        .map((row, context) -> read(row))
                        .list());
    }

    /** Whether there is such an upload; its row is locked if so. */
    boolean lock(Handle handle, UploadId id) {
        return handle.createQuery("SELECT id FROM upload WHERE id = :id FOR UPDATE")
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    /** Locks the row that stands for the key; two keys may share one. */
    void lockStripe(Handle handle, BundleKey key) {
        int stripe = Integer.parseInt(hash(key).substring(0, 4), 16) % STRIPES;
        handle.createQuery("SELECT id FROM lock_stripe WHERE id = :id FOR UPDATE")
                .bind("id", stripe)
                .mapTo(Integer.class)
                .one();
    }

    Optional<UploadId> latest(Handle handle, BundleKey key) {
        return handle.createQuery(
                        """
                        SELECT id FROM upload WHERE bundle_hash = :bundle ORDER BY bundle_hash DESC, seq DESC LIMIT 1""")
                .bind("bundle", hash(key))
                .mapTo(String.class)
                .findOne()
                .map(UploadId::new);
    }

    List<Upload> ofBundle(Handle handle, BundleKey key, int limit) {
        List<Numbered<Upload>> found = handle.createQuery("SELECT " + COLUMNS
                        + " FROM upload WHERE bundle_hash = :bundle ORDER BY bundle_hash DESC, seq DESC LIMIT :limit")
                .bind("bundle", hash(key))
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
        return withFiles(handle, found).stream().map(Numbered::value).toList();
    }

    List<Upload> openSince(Handle handle, Instant time, int limit) {
        List<Numbered<Upload>> found = handle.createQuery("SELECT " + COLUMNS
                        + " FROM upload WHERE is_open = TRUE AND last_arrival < :time"
                        + " ORDER BY is_open, last_arrival LIMIT :limit")
                .bind("time", time)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
        return withFiles(handle, found).stream().map(Numbered::value).toList();
    }

    List<Upload> withBytes(Handle handle, String owner, String sha256, int limit) {
        List<Numbered<Upload>> found = handle.createQuery("SELECT " + COLUMNS + " FROM upload WHERE owner = :owner"
                        + " AND id IN (SELECT upload FROM upload_file WHERE sha256 = :sha256)"
                        + " ORDER BY seq DESC LIMIT :limit")
                .bind("owner", owner)
                .bind("sha256", sha256)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
        return withFiles(handle, found).stream().map(Numbered::value).toList();
    }

    /** Up to one more than asked for, newest first. */
    List<Numbered<Upload>> list(Handle handle, UploadQuery query) {
        String owner = query.owner() == null ? "" : " AND owner = :owner";
        String folder = query.folder() == null ? "" : " AND folder = :folder";
        String states = query.states().isEmpty() ? "" : " AND state IN (<states>)";
        String order = query.owner() == null ? "seq DESC" : "owner DESC, seq DESC";
        var sql = handle.createQuery("SELECT " + COLUMNS + " FROM upload WHERE seq < :before" + owner + folder + states
                        + " ORDER BY " + order + " LIMIT :limit")
                .bind("before", Pages.before(query.after()))
                .bind("owner", query.owner())
                .bind("folder", query.folder())
                .bind("limit", query.limit() + 1);
        if (!query.states().isEmpty()) {
            sql.bindList("states", query.states().stream().map(Enum::name).toList());
        }
        return withFiles(handle, sql.map((row, context) -> read(row)).list());
    }

    private Optional<Upload> one(Handle handle, List<Numbered<Upload>> found) {
        return withFiles(handle, found).stream().findFirst().map(Numbered::value);
    }

    private List<Numbered<Upload>> withFiles(Handle handle, Collection<Numbered<Upload>> found) {
        Map<String, List<UploadFile>> byUpload =
                files.of(handle, found.stream().map(n -> n.value().id().value()).collect(Collectors.toList()));
        return found.stream()
                .map(n -> new Numbered<>(n.seq(), withFiles(n.value(), byUpload)))
                .toList();
    }

    private static Upload withFiles(Upload upload, Map<String, List<UploadFile>> files) {
        return upload.with(
                upload.open(),
                upload.lastArrival(),
                files.getOrDefault(upload.id().value(), List.of()));
    }

    private static Numbered<Upload> read(ResultSet row) throws SQLException {
        return new Numbered<>(
                row.getLong("seq"),
                new Upload(
                        new UploadId(row.getString("id")),
                        row.getString("owner"),
                        row.getString("source"),
                        row.getString("folder"),
                        row.getString("base"),
                        row.getBoolean("is_open"),
                        Instants.at(row, "received"),
                        Instants.at(row, "last_arrival"),
                        UploadState.valueOf(row.getString("state")),
                        List.of()));
    }

    private static String hash(BundleKey key) {
        return Texts.hash(key.owner(), key.folder(), key.base());
    }
}
