package org.batchuploader.core.task;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The queue at one moment.
 *
 * @param owners who have tasks that wait or run
 * @param dead given up and kept
 * @param queued how many were ever queued, about; only the difference of two of them says something
 * @param bounds that claims keep to
 */
public record Overview(Map<String, Load> owners, long dead, long queued, Bounds bounds) {
    /**
     * One owner's part.
     *
     * @param waiting not claimed, whether due or not
     * @param due since when the one that waits longest could be worked on, but for others before it; absent when none is
     *     due
     */
    public record Load(long waiting, long claimed, @Nullable Instant due) {
        private static final Load NONE = new Load(0, 0, null);
    }

    public Overview {
        owners = Map.copyOf(owners);
    }

    public Load of(String owner) {
        return owners.getOrDefault(owner, Load.NONE);
    }

    public TaskQueue.Depth depth() {
        return new TaskQueue.Depth(
                owners.values().stream().mapToLong(Load::waiting).sum(),
                owners.values().stream().mapToLong(Load::claimed).sum(),
                dead);
    }

    /** Since when the task that waits longest of all could be worked on. */
    public Optional<Instant> oldest() {
        return owners.values().stream().map(Load::due).filter(Objects::nonNull).min(Comparator.naturalOrder());
    }
}
