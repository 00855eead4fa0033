package org.batchuploader.app.http;

import org.batchuploader.app.api.RemovalJson;
import org.batchuploader.core.Uploader;

/** {@code /api/v1/admin/removals}, for administrators: layers that are to be gone and are not. */
final class RemovalsResource {
    private final Uploader uploader;

    RemovalsResource(Uploader uploader) {
        this.uploader = uploader;
    }

    Reply list(Exchange exchange) {
        exchange.requireAdministrator();
        return Reply.json(
                200, RemovalJson.Listing.of(uploader.desk(exchange.owner()).stuckRemovals()));
    }

    Reply retry(Exchange exchange) {
        exchange.requireAdministrator();
        Answers.require(uploader.desk(exchange.owner()).removeAgain(exchange.task()));
        return Reply.empty(202);
    }
}
