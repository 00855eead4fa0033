package org.batchuploader.testkit.store;

import org.batchuploader.core.drop.DropStore;
import org.batchuploader.core.notice.NoticeStore;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Transactions;
import org.batchuploader.core.upload.UploadStore;

/** An adapter's stores and queue over one empty database. */
public record Stores(
        Transactions transactions,
        UploadStore uploads,
        LayerStore layers,
        NoticeStore notices,
        DropStore drops,
        TaskQueue tasks) {}
