package org.batchuploader.app.http;

import java.io.IOException;
import java.util.Optional;
import org.batchuploader.app.api.DatasetJson;
import org.batchuploader.app.api.UploadJson;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.upload.Dataset;

/** {@code /api/v1/datasets}. */
final class DatasetsResource {
    private final Uploader uploader;

    DatasetsResource(Uploader uploader) {
        this.uploader = uploader;
    }

    Reply correct(Exchange exchange) {
        var desk = uploader.desk(exchange.owner());
        Dataset dataset = dataset(exchange);
        var correction = exchange.json(DatasetJson.CorrectionJson.class).correction();
        Answers.require(desk.correct(dataset.id(), correction));
        return Reply.empty(202)
                .with("Location", UploadJson.href(dataset.upload().value()));
    }

    Reply thumbnail(Exchange exchange) throws IOException {
        return file(Optional.ofNullable(dataset(exchange).thumbnail()), "image/png");
    }

    Reply preview(Exchange exchange) throws IOException {
        return file(Optional.ofNullable(dataset(exchange).preview()), "application/geo+json");
    }

    private Dataset dataset(Exchange exchange) {
        return uploader.desk(exchange.owner()).dataset(exchange.dataset()).orElseThrow(Refusal::notFound);
    }

    private Reply file(Optional<BlobId> blob, String type) throws IOException {
        return Reply.file(uploader.reception().staging().localFile(blob.orElseThrow(Refusal::notFound)), type);
    }
}
