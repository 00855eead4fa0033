package org.batchuploader.ftp;

import java.net.URI;
import java.util.OptionalLong;
import java.util.function.Function;
import org.batchuploader.core.desk.Desk;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.intake.Receipt;

/** What is said about a file that is safe now, in one line: what was recognised, and what is missing or comes next. */
final class Replies {
    private final Function<UploadId, URI> links;

    Replies(Function<UploadId, URI> links) {
        this.links = links;
    }

    /** @param name of the file as it was sent */
    String received(String name, Receipt receipt, Desk desk) {
        String remark = receipt.remark();
        return next(name, receipt, desk) + (remark.isEmpty() ? "" : "; " + remark);
    }

    private String next(String name, Receipt receipt, Desk desk) {
        return switch (receipt.stage()) {
            case WAITING, TEMPORARY -> name + " stored; " + receipt.next();
            case GATHERING -> "bundle " + receipt.bundle() + " complete, " + upload(receipt.upload(), desk.ahead(), 0);
            case QUEUED -> name + " stored, " + upload(receipt.upload(), desk.ahead(), 1);
            case ADDED, MENDING ->
                name + " stored; " + receipt.next() + ", upload " + receipt.upload() + ": "
                        + links.apply(receipt.upload());
        };
    }

    /** @param itself 1 where it is among those ahead of the next one */
    private String upload(UploadId id, OptionalLong ahead, int itself) {
        String place = ahead.isEmpty() ? ", far behind in the queue" : place(Math.max(0, ahead.getAsLong() - itself));
        return "upload " + id + place + ": open " + links.apply(id) + " to follow it";
    }

    /** @param ahead tasks before it, -1 when none of its own waits */
    static String place(long ahead) {
        return ahead < 0 ? "" : ", " + ordinal(ahead + 1) + " in the queue";
    }

    private static String ordinal(long number) {
        boolean teen = number % 100 / 10 == 1;
        return number
                + (teen
                        ? "th"
                        : switch ((int) (number % 10)) {
                            case 1 -> "st";
                            case 2 -> "nd";
                            case 3 -> "rd";
                            default -> "th";
                        });
    }
}
