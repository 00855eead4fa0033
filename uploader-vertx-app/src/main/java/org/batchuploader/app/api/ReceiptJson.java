package org.batchuploader.app.api;

import java.util.List;
import org.batchuploader.core.intake.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * The answer to files that were received and kept.
 *
 * @param next what comes next, a sentence
 * @param missing file names the bundle still needs
 * @param sameBytesAs id of an earlier upload of the same owner with the same bytes
 */
public record ReceiptJson(String id, String href, String next, List<String> missing, @Nullable String sameBytesAs) {
    public static ReceiptJson of(Receipt receipt) {
        String id = receipt.upload().value();
        Receipt.Twin twin = receipt.twin();
        return new ReceiptJson(
                id,
                UploadJson.href(id),
                "received; " + receipt.next() + (receipt.remark().isEmpty() ? "" : "; " + receipt.remark()),
                receipt.missing(),
                twin == null ? null : twin.upload().value());
    }
}
