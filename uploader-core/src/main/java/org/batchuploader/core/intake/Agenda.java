package org.batchuploader.core.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.core.bundle.BundleKey;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.upload.Upload;

/** When to look at which open upload again, and into which bundles a transfer runs. */
final class Agenda {
    private final Map<UploadId, Instant> reminders = new HashMap<>();
    private final Map<BundleKey, Integer> transfers = new HashMap<>();

    synchronized void remind(UploadId upload, Instant at) {
        reminders.put(upload, at);
    }

    synchronized void forget(UploadId upload) {
        reminders.remove(upload);
    }

    /** Takes what is due off the agenda. */
    synchronized List<UploadId> due(Instant now) {
        List<UploadId> due = new ArrayList<>();
        reminders.forEach((id, at) -> {
            if (!at.isAfter(now)) {
                due.add(id);
            }
        });
        due.forEach(reminders::remove);
        return due;
    }

    synchronized void transferBegan(BundleKey key) {
        transfers.merge(key, 1, Integer::sum);
    }

    synchronized void transferEnded(BundleKey key) {
        transfers.computeIfPresent(key, (k, running) -> running == 1 ? null : running - 1);
    }

    synchronized boolean hasTransfer(Upload upload) {
        return transfers.containsKey(new BundleKey(upload.owner(), upload.folder(), upload.base()));
    }
}
