package org.batchuploader.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.batchuploader.core.upload.Upload;
import org.jspecify.annotations.Nullable;

/**
 * What one owner has in the queue.
 *
 * @param at when everybody's tasks were counted
 * @param uploads first those that are worked on, then those that wait, in the order in which they will be begun; not all
 *     where there are many
 * @param waiting tasks
 * @param running tasks
 */
public record OwnQueue(Instant at, List<Item> uploads, long waiting, long running) {
    /**
     * An upload that is worked on or waits.
     *
     * @param running whether a task of it is worked on
     * @param before tasks of all owners that come before its next one; absent when none of its own waits
     * @param delay until its next one is begun, about; absent when that cannot be told
     */
    public record Item(Upload upload, boolean running, @Nullable Long before, @Nullable Duration delay) {}

    public OwnQueue {
        uploads = List.copyOf(uploads);
    }
}
