package org.batchuploader.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.id.NoticeId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.task.Work;

/** Work as two columns: its kind and the identifier it is about. */
record WorkColumns(String kind, String subject) {
    private static final String OPEN = "OPEN_UPLOAD";
    private static final String PUBLISH = "PUBLISH_DATASET";
    private static final String REMOVE = "REMOVE_LAYER";
    private static final String NOTICE = "DELIVER_NOTICE";

    static WorkColumns of(Work work) {
        if (work instanceof Work.OpenUpload open) {
            return new WorkColumns(OPEN, open.upload().value());
        } else if (work instanceof Work.PublishDataset publish) {
            return new WorkColumns(PUBLISH, publish.dataset().value());
        } else if (work instanceof Work.RemoveLayer remove) {
            return new WorkColumns(REMOVE, remove.layer().value());
        } else if (work instanceof Work.DeliverNotice deliver) {
            return new WorkColumns(NOTICE, deliver.notice().value());
        }
        throw new IllegalArgumentException("work of an unknown kind: " + work);
    }

    static WorkColumns of(ResultSet row) throws SQLException {
        return new WorkColumns(row.getString("kind"), row.getString("subject"));
    }

    Work work() {
        return switch (kind) {
            case OPEN -> new Work.OpenUpload(new UploadId(subject));
            case PUBLISH -> new Work.PublishDataset(new DatasetId(subject));
            case REMOVE -> new Work.RemoveLayer(new LayerId(subject));
            case NOTICE -> new Work.DeliverNotice(new NoticeId(subject));
            default -> throw new IllegalStateException("the queue holds work of an unknown kind: " + kind);
        };
    }
}
