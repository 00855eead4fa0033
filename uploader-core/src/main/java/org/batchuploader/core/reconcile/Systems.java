package org.batchuploader.core.reconcile;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.batchuploader.core.publish.Inventory;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;

/** The systems by step; one that does not answer, or not as it should, is told once and not asked again. */
final class Systems {
    private final Map<Step, Inventory> inventories = new EnumMap<>(Step.class);
    private final Set<Step> away = new HashSet<>();
    private final Telling telling;

    Systems(Map<Step, Inventory> inventories, Telling telling) {
        this.inventories.putAll(inventories);
        this.telling = telling;
    }

    Set<Step> steps() {
        return inventories.keySet();
    }

    String name(Step step) {
        Inventory inventory = inventories.get(step);
        return inventory == null ? step.name() : inventory.system();
    }

    /** Empty when the system cannot be asked. */
    <T> Optional<T> ask(Step step, Function<Inventory, T> question) {
        Inventory inventory = inventories.get(step);
        if (inventory == null || away.contains(step)) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.apply(inventory));
        } catch (RemoteUnavailable | RemoteRefused e) {
            away.add(step);
            telling.left(
                    Drift.Kind.UNSEEN,
                    inventory.system(),
                    "",
                    null,
                    inventory.system() + " could not be looked at any further: " + e.getMessage(),
                    "See what uploader doctor says of it, and look again.");
            return Optional.empty();
        }
    }
}
