package org.batchuploader.core.task;

import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.id.NoticeId;
import org.batchuploader.core.id.UploadId;

/** What a task asks for. */
public sealed interface Work {
    /** Find the datasets of an upload. */
    record OpenUpload(UploadId upload) implements Work {}

    /** Inspect a dataset and publish it. */
    record PublishDataset(DatasetId dataset) implements Work {}

    /** Take a layer out of metadata registry, portal and catalog. */
    record RemoveLayer(LayerId layer) implements Work {}

    /** Bring a notice to its owner. */
    record DeliverNotice(NoticeId notice) implements Work {}
}
