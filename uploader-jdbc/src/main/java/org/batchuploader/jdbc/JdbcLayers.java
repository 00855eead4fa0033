package org.batchuploader.jdbc;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Step;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Table {@code layer}; its unique name is the reservation. */
final class JdbcLayers implements LayerStore {
    private static final String SELECT =
            """
            SELECT id, owner, name, title, origin, dataset, previous, succeeds, state, placements, done, changed
              FROM layer""";
    private static final TypeReference<Map<Step, Placement>> PLACEMENTS = new TypeReference<>() {};
    private static final TypeReference<Set<Step>> STEPS = new TypeReference<>() {};

    private final JdbcTransactions transactions;

    JdbcLayers(JdbcTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean reserve(Layer layer) {
        return transactions.change(handle -> {
            return bind(
                                    handle.createUpdate(
                                            """
                                            INSERT INTO layer
                                                   (id, owner, name, title, origin, origin_hash, dataset, previous,
                                                    succeeds, state, placements, done, changed)
                                            VALUES (:id, :owner, :name, :title, :origin, :originHash, :dataset,
                                                    :previous, :succeeds, :state, :placements, :done, :changed)
                                            ON CONFLICT DO NOTHING"""),
                                    layer)
                            .bind("owner", layer.owner())
                            .bind("name", layer.name())
                            .execute()
                    == 1;
        });
    }

    @Override
    public void update(Layer layer) {
        transactions.write(handle -> {
            int updated = bind(
                            handle.createUpdate(
                                    """
                                    UPDATE layer
                                       SET title = :title, origin = :origin, origin_hash = :originHash, dataset = :dataset,
                                           previous = :previous, succeeds = :succeeds, state = :state,
                                           placements = :placements, done = :done, changed = :changed
                                     WHERE id = :id"""),
                            layer)
                    .execute();
            if (updated == 0) {
                throw new IllegalStateException("no layer " + layer.id() + " is stored");
            }
        });
    }

    @Override
    public void delete(LayerId id) {
        transactions.write(handle -> {
            handle.createUpdate("DELETE FROM layer WHERE id = :id")
                    .bind("id", id.value())
                    .execute();
        });
    }

    @Override
    public Optional<Layer> find(LayerId id) {
        return transactions.read(handle -> handle.createQuery(SELECT + " WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Optional<Layer> named(String name) {
        return transactions.read(handle -> handle.createQuery(SELECT + " WHERE name = :name")
                .bind("name", name)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Optional<Layer> ofOrigin(String owner, String origin) {
        return transactions.read(handle -> handle.createQuery(
                        SELECT + " WHERE origin_hash = :origin ORDER BY origin_hash DESC, seq DESC LIMIT 1")
                .bind("origin", Texts.hash(owner, origin))
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public List<Layer> after(@Nullable LayerId last, int limit) {
        return transactions.read(handle -> handle.createQuery(SELECT + " WHERE id > :last ORDER BY id LIMIT :limit")
                .bind("last", last == null ? "" : last.value())
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public List<Layer> ofOwner(String owner, int limit) {
        return transactions.read(
                handle -> handle.createQuery(SELECT + " WHERE owner = :owner ORDER BY owner, name LIMIT :limit")
                        .bind("owner", owner)
                        .bind("limit", limit)
                        .map((row, context) -> read(row))
                        .list());
    }

    private static <S extends SqlStatement<S>> S bind(S sql, Layer layer) {
        return sql.bind("id", layer.id().value())
                .bind("title", layer.title())
                .bind("dataset", layer.dataset().value())
                .bind("origin", layer.origin())
                .bind("originHash", Texts.hash(layer.owner(), layer.origin()))
                .bind("previous", Texts.value(layer.previous()))
                .bind("succeeds", Texts.value(layer.succeeds()))
                .bind("state", layer.state().name())
                .bind("placements", Json.write(layer.placements()))
                .bind("done", Json.write(layer.done()))
                .bind("changed", layer.changed());
    }

    private static Layer read(ResultSet row) throws SQLException {
        @Nullable String previous = row.getString("previous");
        @Nullable String succeeds = row.getString("succeeds");
        return new Layer(
                new LayerId(row.getString("id")),
                row.getString("owner"),
                row.getString("name"),
                row.getString("title"),
                row.getString("origin"),
                new DatasetId(row.getString("dataset")),
                previous == null ? null : new DatasetId(previous),
                succeeds == null ? null : new LayerId(succeeds),
                Layer.State.valueOf(row.getString("state")),
                Json.read(row.getString("placements"), PLACEMENTS),
                Json.read(row.getString("done"), STEPS),
                Instants.at(row, "changed"));
    }
}
