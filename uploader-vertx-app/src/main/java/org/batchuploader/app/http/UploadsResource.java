package org.batchuploader.app.http;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.batchuploader.app.api.UploadJson;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.upload.UploadQuery;
import org.batchuploader.core.upload.UploadState;

/** {@code /api/v1/uploads}. */
final class UploadsResource {
    private static final int USUAL_PAGE = 50;

    private final Uploader uploader;

    UploadsResource(Uploader uploader) {
        this.uploader = uploader;
    }

    Reply list(Exchange exchange) {
        int limit = exchange.number("limit", USUAL_PAGE, UploadQuery.LARGEST_PAGE);
        try {
            var page = uploader.desk(exchange.owner())
                    .list(states(exchange), exchange.query("after").orElse(null), limit);
            return Reply.json(200, UploadJson.Listing.of(page));
        } catch (IllegalArgumentException e) {
            throw Refusal.bad("PARAMETER_INVALID", "after must be the next of the page before.");
        }
    }

    Reply get(Exchange exchange) {
        var details = uploader.desk(exchange.owner()).find(exchange.upload()).orElseThrow(Refusal::notFound);
        return Reply.json(200, UploadJson.of(details, exchange.owner().administrator()));
    }

    Reply cancel(Exchange exchange) {
        Answers.require(uploader.desk(exchange.owner()).cancel(exchange.upload()));
        return Reply.empty(204);
    }

    Reply retry(Exchange exchange) {
        Answers.require(uploader.desk(exchange.owner()).retry(exchange.upload()));
        return Reply.empty(202)
                .with("Location", UploadJson.href(exchange.upload().value()));
    }

    private static Set<UploadState> states(Exchange exchange) {
        Set<UploadState> states = EnumSet.noneOf(UploadState.class);
        for (String word : exchange.query("state").map(s -> s.split(",")).orElse(new String[0])) {
            states.add(Arrays.stream(UploadState.values())
                    .filter(s -> s.name().equalsIgnoreCase(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.bad(
                            "PARAMETER_INVALID",
                            "state must be some of " + Arrays.toString(UploadState.values()) + ".")));
        }
        return states;
    }
}
