package org.batchuploader.app.watch;

import java.util.Optional;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.notice.Notice;
import org.batchuploader.core.notice.NoticeStore;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.task.Work;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.UploadStore;

/** Which upload a task is about. */
public record Whose(UploadStore uploads, LayerStore layers, NoticeStore notices) {
    /** Absent where it is gone. */
    Optional<UploadId> of(Work work) {
        if (work instanceof Work.OpenUpload open) {
            return Optional.of(open.upload());
        }
        if (work instanceof Work.PublishDataset publish) {
            return of(publish.dataset());
        }
        if (work instanceof Work.RemoveLayer remove) {
            return layers.find(remove.layer()).map(Layer::dataset).flatMap(this::of);
        }
        return work instanceof Work.DeliverNotice deliver
                ? notices.find(deliver.notice()).map(Notice::upload)
                : Optional.empty();
    }

    private Optional<UploadId> of(DatasetId dataset) {
        return uploads.dataset(dataset).map(Dataset::upload);
    }
}
