package org.batchuploader.core.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.jspecify.annotations.Nullable;

/** Layers in memory. */
final class MemoryLayers implements LayerStore {
    private final MemoryTransactions transactions;
    private final Table<String, Layer> layers;
    private final Table<String, LayerId> names;

    MemoryLayers(MemoryTransactions transactions) {
        this.transactions = transactions;
        layers = new Table<>(transactions);
        names = new Table<>(transactions);
    }

    @Override
    public boolean reserve(Layer layer) {
        return transactions.call(() -> {
            if (names.get(layer.name()).isPresent()) {
                return false;
            }
            names.put(layer.name(), layer.id());
            layers.put(layer.id().value(), layer);
            return true;
        });
    }

    @Override
    public void update(Layer layer) {
        transactions.run(() -> {
            Layer stored = layers.get(layer.id().value())
                    .orElseThrow(() -> new IllegalStateException("no layer " + layer.id() + " is stored"));
            layers.put(
                    layer.id().value(),
                    new Layer(
                            stored.id(),
                            stored.owner(),
                            stored.name(),
                            layer.title(),
                            layer.origin(),
                            layer.dataset(),
                            layer.previous(),
                            layer.succeeds(),
                            layer.state(),
                            layer.placements(),
                            layer.done(),
                            layer.changed()));
        });
    }

    @Override
    public void delete(LayerId id) {
        transactions.run(() -> layers.get(id.value()).ifPresent(layer -> {
            layers.remove(id.value());
            names.remove(layer.name());
        }));
    }

    @Override
    public Optional<Layer> find(LayerId id) {
        return transactions.call(() -> layers.get(id.value()));
    }

    @Override
    public Optional<Layer> named(String name) {
        return transactions.call(() -> names.get(name).flatMap(id -> layers.get(id.value())));
    }

    @Override
    public Optional<Layer> ofOrigin(String owner, String origin) {
        return transactions.call(() -> layers.stream()
                .filter(l -> l.owner().equals(owner) && l.origin().equals(origin))
                .findFirst());
    }

    @Override
    public List<Layer> after(@Nullable LayerId last, int limit) {
        return transactions.call(() -> layers.stream()
                .filter(l -> last == null || l.id().value().compareTo(last.value()) > 0)
                .sorted(Comparator.comparing(l -> l.id().value()))
                .limit(limit)
                .toList());
    }

    @Override
    public List<Layer> ofOwner(String owner, int limit) {
        return transactions.call(() -> layers.stream()
                .filter(l -> l.owner().equals(owner))
                .sorted(Comparator.comparing(Layer::name))
                .limit(limit)
                .toList());
    }
}
