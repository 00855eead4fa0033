package org.batchuploader.jdbc;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.upload.Correction;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.DatasetState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Table {@code dataset}. Its rows are read with their parts from {@link DatasetPartTable}. */
final class DatasetTable {
    private static final String SELECT =
            """
            SELECT id, upload, owner, place, name, origin, state, correction, inspection, problems, thumbnail, preview,
                   layer, attempt
              FROM dataset""";
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

    private final DatasetPartTable parts = new DatasetPartTable();

    /** The upload's row must be locked. */
    void put(Handle handle, Dataset dataset) {
        String set =
                """
                UPDATE dataset
                   SET upload = :upload, owner = :owner, place = :place, name = :name, origin = :origin, state = :state,
                       correction = :correction, inspection = :inspection, problems = :problems,
                       thumbnail = :thumbnail, preview = :preview, layer = :layer, attempt = :attempt
                 WHERE id = :id""";
        String insert =
                """
                INSERT INTO dataset
                       (id, upload, owner, place, name, origin, state, correction, inspection, problems, thumbnail,
                        preview, layer, attempt)
                VALUES (:id, :upload, :owner, :place, :name, :origin, :state, :correction, :inspection, :problems,
                        :thumbnail, :preview, :layer, :attempt)""";
        if (write(handle, set, dataset) == 0) {
            write(handle, insert, dataset);
        }
        parts.replace(handle, dataset);
    }

    private static int write(Handle handle, String statement, Dataset dataset) {
        Inspection inspection = dataset.inspection();
        return handle.createUpdate(statement)
                .bind("id", dataset.id().value())
                .bind("upload", dataset.upload().value())
                .bind("owner", dataset.owner())
                .bind("place", dataset.position())
                .bind("name", dataset.name())
                .bind("origin", dataset.origin())
                .bind("state", dataset.state().name())
                .bind("correction", Json.write(dataset.correction()))
                .bind("inspection", inspection == null ? null : Json.write(inspection))
                .bind("problems", Json.write(dataset.problems()))
                .bind("thumbnail", Texts.value(dataset.thumbnail()))
                .bind("preview", Texts.value(dataset.preview()))
                .bind("layer", Texts.value(dataset.layer()))
                .bind("attempt", dataset.attempt())
                .execute();
    }

    Optional<Dataset> find(Handle handle, DatasetId id) {
        return list(handle, handle.createQuery(SELECT + " WHERE id = :id").bind("id", id.value())).stream()
                .findFirst();
    }

    List<Dataset> of(Handle handle, UploadId upload) {
        return list(
                handle,
                handle.createQuery(SELECT + " WHERE upload = :upload ORDER BY place")
                        .bind("upload", upload.value()));
    }

    private List<Dataset> list(Handle handle, Query query) {
        List<Dataset> found = query.map((row, context) -> read(row)).list();
        Map<String, List<Part>> byDataset =
                parts.of(handle, found.stream().map(d -> d.id().value()).toList());
        return found.stream()
                .map(d -> d.withParts(byDataset.getOrDefault(d.id().value(), List.of())))
                .toList();
    }

    private static Dataset read(ResultSet row) throws SQLException {
        @Nullable String inspection = row.getString("inspection");
        @Nullable String layer = row.getString("layer");
        return new Dataset(
                new DatasetId(row.getString("id")),
                new UploadId(row.getString("upload")),
                row.getString("owner"),
                row.getInt("place"),
                row.getString("name"),
                row.getString("origin"),
                List.of(),
                DatasetState.valueOf(row.getString("state")),
                Json.read(row.getString("correction"), Correction.class),
                inspection == null ? null : Json.read(inspection, Inspection.class),
                Json.read(row.getString("problems"), PROBLEMS),
                Texts.blob(row.getString("thumbnail")),
                Texts.blob(row.getString("preview")),
                layer == null ? null : new LayerId(layer),
                row.getInt("attempt"));
    }
}
