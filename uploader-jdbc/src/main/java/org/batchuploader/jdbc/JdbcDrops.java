package org.batchuploader.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.core.drop.DropEntry;
import org.batchuploader.core.drop.DropStore;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.UploadId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Table {@code drop_entry}. */
final class JdbcDrops implements DropStore {
    private static final String SELECT =
            "SELECT owner, path, blob, size, modified, is_complete, upload FROM drop_entry";
    private static final String INSERT =
            """
            INSERT INTO drop_entry
                   (owner, path_hash, folder_hash, path, blob, size, modified, is_complete, upload)
            VALUES (:owner, :pathHash, :folderHash, :path, :blob, :size, :modified, :complete, :upload)
            ON CONFLICT DO NOTHING""";
    private static final String UPDATE =
            """
            UPDATE drop_entry
               SET blob = :blob, size = :size, modified = :modified, is_complete = :complete, upload = :upload
             WHERE owner = :owner AND path_hash = :pathHash""";

    private final JdbcTransactions transactions;

    JdbcDrops(JdbcTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<DropEntry> find(String owner, String path) {
        return transactions.read(handle -> handle.createQuery(SELECT + " WHERE owner = :owner AND path_hash = :path")
                .bind("owner", owner)
                .bind("path", Texts.hash(path))
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public List<DropEntry> children(String owner, String folder) {
        return transactions.read(handle -> handle
                .createQuery(SELECT + " WHERE owner = :owner AND folder_hash = :folder")
                .bind("owner", owner)
                .bind("folder", Texts.hash(folder))
                .map((row, context) -> read(row))
                .stream()
                .sorted(Comparator.comparing(DropEntry::name))
                .toList());
    }

    /** Another transaction may put or remove the same path between two statements, so it is tried until one took effect. */
    @Override
    public void put(DropEntry entry) {
        transactions.write(handle -> {
            boolean written = false;
            while (!written) {
                written = write(handle, UPDATE, entry) == 1 || write(handle, INSERT, entry) == 1;
            }
        });
    }

    private static int write(Handle handle, String statement, DropEntry entry) {
        return handle.createUpdate(statement)
                .bind("owner", entry.owner())
                .bind("pathHash", Texts.hash(entry.path()))
                .bind("folderHash", Texts.hash(entry.folder()))
                .bind("path", entry.path())
                .bind("blob", Texts.value(entry.blob()))
                .bind("size", entry.size())
                .bind("modified", entry.modified())
                .bind("complete", entry.complete())
                .bind("upload", Texts.value(entry.upload()))
                .execute();
    }

    @Override
    public void remove(String owner, String path) {
        transactions.write(handle -> {
            handle.createUpdate("DELETE FROM drop_entry WHERE owner = :owner AND path_hash = :path")
                    .bind("owner", owner)
                    .bind("path", Texts.hash(path))
                    .execute();
        });
    }

    @Override
    public List<String> owners() {
        return transactions.read(handle -> handle.createQuery("SELECT DISTINCT owner FROM drop_entry ORDER BY owner")
                .mapTo(String.class)
                .list());
    }

    @Override
    public List<DropEntry> deliveredBefore(Instant time, @Nullable DropEntry after, int limit) {
        String further = after == null ? "" : " AND (owner > :owner OR (owner = :owner AND path_hash > :path))";
        return transactions.read(handle -> {
            var sql = handle.createQuery(SELECT
                            + " WHERE upload IS NOT NULL AND is_complete = TRUE AND modified < :time" + further
                            + " ORDER BY owner, path_hash LIMIT :limit")
                    .bind("time", time)
                    .bind("limit", limit);
            if (after != null) {
                sql.bind("owner", after.owner()).bind("path", Texts.hash(after.path()));
            }
            return sql.map((row, context) -> read(row)).list();
        });
    }

    @Override
    public Set<BlobId> referenced(Set<BlobId> blobs) {
        return transactions.read(handle ->
                Blobs.referenced(handle, "SELECT DISTINCT blob FROM drop_entry WHERE blob IN (<blobs>)", blobs));
    }

    private static DropEntry read(ResultSet row) throws SQLException {
        @Nullable String upload = row.getString("upload");
        return new DropEntry(
                row.getString("owner"),
                row.getString("path"),
                Texts.blob(row.getString("blob")),
                row.getLong("size"),
                Instants.at(row, "modified"),
                row.getBoolean("is_complete"),
                upload == null ? null : new UploadId(upload));
    }
}
