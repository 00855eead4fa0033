package org.batchuploader.core;

import org.batchuploader.core.drop.DropStore;
import org.batchuploader.core.notice.NoticeStore;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Transactions;
import org.batchuploader.core.upload.UploadStore;

/** The stores and the queue that share one kind of transaction. */
public record Stores(
        Transactions transactions,
        UploadStore uploads,
        LayerStore layers,
        NoticeStore notices,
        DropStore drops,
        TaskQueue tasks) {}
