package org.batchuploader.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.upload.Dataset;
import org.jdbi.v3.core.Handle;

/** Table {@code dataset_part}. */
final class DatasetPartTable {
    void replace(Handle handle, Dataset dataset) {
        List<String> id = List.of(dataset.id().value());
        if (of(handle, id).getOrDefault(dataset.id().value(), List.of()).equals(dataset.parts())) {
            return;
        }
        handle.createUpdate("DELETE FROM dataset_part WHERE dataset = :dataset")
                .bind("dataset", dataset.id().value())
                .execute();
        if (dataset.parts().isEmpty()) {
            return;
        }
        try (var batch = handle.prepareBatch(
                """
                INSERT INTO dataset_part (dataset, place, name, blob, size)
                VALUES (:dataset, :place, :name, :blob, :size)""")) {
            for (int place = 0; place < dataset.parts().size(); place++) {
                Part part = dataset.parts().get(place);
                batch.bind("dataset", dataset.id().value())
                        .bind("place", place)
                        .bind("name", part.name())
                        .bind("blob", part.blob().value())
                        .bind("size", part.size())
                        .add();
            }
            batch.execute();
        }
    }

    /** The parts of those datasets, by dataset, in their order. */
    Map<String, List<Part>> of(Handle handle, List<String> datasets) {
        Map<String, List<Part>> parts = new HashMap<>();
        if (datasets.isEmpty()) {
            return parts;
        }
        try (var sql = handle.createQuery(
                """
                SELECT dataset, name, blob, size
                  FROM dataset_part WHERE dataset IN (<datasets>) ORDER BY dataset, place""")) {
            sql.bindList("datasets", datasets)
                    .map((row, context) -> parts.computeIfAbsent(row.getString("dataset"), d -> new ArrayList<>())
                            .add(new Part(
                                    row.getString("name"), new BlobId(row.getString("blob")), row.getLong("size"))))
                    .list();
        }
        return parts;
    }
}
