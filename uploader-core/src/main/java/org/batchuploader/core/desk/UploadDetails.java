package org.batchuploader.core.desk;

import java.util.List;
import java.util.Map;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.HistoryEntry;
import org.batchuploader.core.upload.Upload;

/**
 * An upload with all that became of it.
 *
 * @param layers of its datasets, by id
 * @param stuck removals of layers that its datasets were published as, given up; only shown to administrators
 * @param position tasks before its own in the queue, -1 when none of its own waits
 */
public record UploadDetails(
        Upload upload,
        List<Dataset> datasets,
        Map<LayerId, Layer> layers,
        List<StuckRemoval> stuck,
        List<HistoryEntry> history,
        long position) {
    public UploadDetails {
        datasets = List.copyOf(datasets);
        layers = Map.copyOf(layers);
        stuck = List.copyOf(stuck);
        history = List.copyOf(history);
    }
}
