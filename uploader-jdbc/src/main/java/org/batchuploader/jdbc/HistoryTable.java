package org.batchuploader.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.upload.DatasetState;
import org.batchuploader.core.upload.HistoryEntry;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Table {@code history}. */
final class HistoryTable {
    void append(Handle handle, HistoryEntry entry) {
        Step step = entry.step();
        handle.createUpdate(
                        """
                        INSERT INTO history (upload, dataset, happened, state, step, attempt, reason, trace)
                        VALUES (:upload, :dataset, :at, :state, :step, :attempt, :reason, :trace)""")
                .bind("upload", entry.upload().value())
                .bind("dataset", Texts.value(entry.dataset()))
                .bind("at", entry.at())
                .bind("state", entry.state().name())
                .bind("step", step == null ? null : step.name())
                .bind("attempt", entry.attempt())
                .bind("reason", Texts.storable(entry.reason()))
                .bind("trace", Texts.storableOrNull(entry.trace()))
                .execute();
    }

    List<HistoryEntry> of(Handle handle, UploadId upload) {
        return handle.createQuery(
                        """
                        SELECT upload, dataset, happened, state, step, attempt, reason, trace
                          FROM history WHERE upload = :upload ORDER BY upload, seq""")
                .bind("upload", upload.value())
                .map((row, context) -> read(row))
                .list();
    }

    private static HistoryEntry read(ResultSet row) throws SQLException {
        @Nullable String dataset = row.getString("dataset");
        @Nullable String step = row.getString("step");
        return new HistoryEntry(
                new UploadId(row.getString("upload")),
                dataset == null ? null : new DatasetId(dataset),
                Instants.at(row, "happened"),
                DatasetState.valueOf(row.getString("state")),
                step == null ? null : Step.valueOf(step),
                row.getInt("attempt"),
                row.getString("reason"),
                row.getString("trace"));
    }
}
