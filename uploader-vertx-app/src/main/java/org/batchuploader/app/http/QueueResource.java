package org.batchuploader.app.http;

import org.batchuploader.app.api.QueueJson;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.desk.Desk;

/** {@code /api/v1/queue}: one's own uploads in the queue; for administrators also everybody's. */
final class QueueResource {
    private static final int GIVEN_UP = 20;

    private final Uploader uploader;

    QueueResource(Uploader uploader) {
        this.uploader = uploader;
    }

    Reply read(Exchange exchange) {
        Desk desk = uploader.desk(exchange.owner());
        QueueJson own = QueueJson.of(desk.queue());
        return Reply.json(
                200,
                exchange.owner().administrator()
                        ? own.with(QueueJson.All.of(
                                uploader.queue(), desk.running(), uploader.gates(), desk.dead(GIVEN_UP)))
                        : own);
    }
}
