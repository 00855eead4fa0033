package org.batchuploader.app.api;

import java.util.List;
import org.batchuploader.core.intake.Receipt;

/**
 * The answer to files that were received and kept.
 *
 * @param next what comes next, a sentence
 * @param missing file names the bundle still needs
 */
public record ReceiptJson(String id, String href, String next, List<String> missing) {
    public static ReceiptJson of(Receipt receipt) {
        String id = receipt.upload().value();
        return new ReceiptJson(id, UploadJson.href(id), "received; " + receipt.next(), receipt.missing());
    }
}
