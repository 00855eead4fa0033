package org.batchuploader.jdbc;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.DatasetState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Table {@code dataset}. Its rows are read with their parts from {@link DatasetPartTable}. */
final class DatasetTable {
    private static final String SELECT =
            """
            SELECT id, upload, owner, place, name, origin, member, state, correction, inspection, problems, thumbnail,
                   preview, layer, attempt
              FROM dataset""";
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

    private final DatasetPartTable parts = new DatasetPartTable();

    /** The upload's row must be locked. */
    void put(Handle handle, Dataset dataset) {
        String set =
                """
                UPDATE dataset
                   SET upload = :upload, owner = :owner, place = :place, name = :name, origin = :origin,
                       member = :member, state = :state, crs = :crs, correction = :correction,
                       inspection = :inspection, problems = :problems, thumbnail = :thumbnail, preview = :preview,
                       layer = :layer, attempt = :attempt
                 WHERE id = :id""";
        String insert =
                """
                INSERT INTO dataset
                       (id, upload, owner, place, name, origin, member, state, crs, correction, inspection, problems,
                        thumbnail, preview, layer, attempt)
                VALUES (:id, :upload, :owner, :place, :name, :origin, :member, :state, :crs, :correction, :inspection,
                        :problems, :thumbnail, :preview, :layer, :attempt)""";
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
                .bind("member", dataset.member())
                .bind("state", dataset.state().name())
                .bind("crs", dataset.knownCrs().orElse(null))
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

    Optional<Dataset> ofLayer(Handle handle, LayerId layer) {
        return list(
                        handle,
                        handle.createQuery(SELECT + " WHERE layer = :layer LIMIT 1")
                                .bind("layer", layer.value()))
                .stream()
                .findFirst();
    }

    /** Most used first. */
    List<String> crsCodes(Handle handle, @Nullable String owner, int limit) {
        String whose = owner == null ? "" : " AND owner = :owner";
        Query query = handle.createQuery("SELECT crs FROM dataset WHERE crs IS NOT NULL" + whose
                + " GROUP BY crs ORDER BY COUNT(*) DESC, crs LIMIT :limit");
        if (owner != null) {
            query.bind("owner", owner);
        }
        return query.bind("limit", limit).mapTo(String.class).list();
    }

    private List<Dataset> list(Handle handle, Query query) {
        List<Dataset> found = query.map((row, context) -> read(row)).list();
        var byDataset = parts.of(handle, found.stream().map(d -> d.id().value()).toList());
        return found.stream()
                .map(d -> {
                    var own = byDataset.getOrDefault(d.id().value(), DatasetPartTable.Parts.NONE);
                    return d.withParts(own.delivered()).withPrepared(own.prepared());
                })
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
                row.getString("member"),
                List.of(),
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
