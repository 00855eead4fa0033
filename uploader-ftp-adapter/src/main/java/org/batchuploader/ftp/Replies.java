package org.batchuploader.ftp;

import java.net.URI;
import java.util.function.Function;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.intake.Receipt;

/** What is said about a file that is safe now: what comes next. */
final class Replies {
    private final Function<UploadId, URI> links;

    Replies(Function<UploadId, URI> links) {
        this.links = links;
    }

    String received(Receipt receipt) {
        String remark = receipt.remark();
        return next(receipt) + (remark.isEmpty() ? "" : "; " + remark);
    }

    private String next(Receipt receipt) {
        return switch (receipt.stage()) {
            case WAITING, TEMPORARY -> "received; " + receipt.next();
            case GATHERING, QUEUED, ADDED ->
                "received as upload " + receipt.upload() + ": open " + links.apply(receipt.upload()) + " to follow it";
        };
    }
}
