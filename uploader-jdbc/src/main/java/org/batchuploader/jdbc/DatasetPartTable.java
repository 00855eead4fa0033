package org.batchuploader.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.upload.Dataset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code dataset_part}. */
final class DatasetPartTable {
    /** The parts of one dataset, each list in its order. */
    record Parts(List<Part> delivered, List<Part> prepared) {
        static final Parts NONE = new Parts(List.of(), List.of());

        private static Parts empty() {
            return new Parts(new ArrayList<>(), new ArrayList<>());
        }

        private boolean areThoseOf(Dataset dataset) {
            return delivered.equals(dataset.parts()) && prepared.equals(dataset.prepared());
        }
    }

    void replace(Handle handle, Dataset dataset) {
        String id = dataset.id().value();
        if (of(handle, List.of(id)).getOrDefault(id, Parts.NONE).areThoseOf(dataset)) {
            return;
        }
        handle.createUpdate("DELETE FROM dataset_part WHERE dataset = :dataset")
                .bind("dataset", id)
                .execute();
        if (dataset.parts().isEmpty() && dataset.prepared().isEmpty()) {
            return;
        }
        try (var batch = handle.prepareBatch(
                """
                INSERT INTO dataset_part (dataset, place, name, blob, size, is_prepared)
                VALUES (:dataset, :place, :name, :blob, :size, :prepared)""")) {
            add(batch, id, 0, dataset.parts(), false);
            add(batch, id, dataset.parts().size(), dataset.prepared(), true);
            batch.execute();
        }
    }

    private static void add(PreparedBatch batch, String dataset, int from, List<Part> parts, boolean prepared) {
        int place = from;
        for (Part part : parts) {
            batch.bind("dataset", dataset)
                    .bind("place", place++)
                    .bind("name", part.name())
                    .bind("blob", part.blob().value())
                    .bind("size", part.size())
                    .bind("prepared", prepared)
                    .add();
        }
    }

    /** The parts of those datasets, by dataset. */
    Map<String, Parts> of(Handle handle, List<String> datasets) {
        Map<String, Parts> all = new HashMap<>();
        if (datasets.isEmpty()) {
            return all;
        }
        try (var sql = handle.createQuery(
                """
                SELECT dataset, name, blob, size, is_prepared
                  FROM dataset_part WHERE dataset IN (<datasets>) ORDER BY dataset, place""")) {
            sql.bindList("datasets", datasets)
                    .map((row, context) -> {
                        Parts own = all.computeIfAbsent(row.getString("dataset"), d -> Parts.empty());
                        List<Part> list = row.getBoolean("is_prepared") ? own.prepared() : own.delivered();
                        return list.add(new Part(
                                row.getString("name"), new BlobId(row.getString("blob")), row.getLong("size")));
                    })
                    .list();
        }
        return all;
    }
}
