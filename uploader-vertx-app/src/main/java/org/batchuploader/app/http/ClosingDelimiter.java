package org.batchuploader.app.http;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that ends a form (RFC 2046, 5.1.1). A form without it broke off, however well its request ended. Text behind
 * it is allowed, up to {@value #KEPT} bytes.
 */
final class ClosingDelimiter {
    private static final int KEPT = 1024;
    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);

    private final String delimiter;
    private Buffer tail = Buffer.buffer();

    private ClosingDelimiter(String delimiter) {
        this.delimiter = delimiter;
    }

    /** The one that a form of this media type ends with. */
    static ClosingDelimiter of(String contentType) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw Refusal.bad("FORM_INVALID", "The form's Content-Type names no boundary.");
        }
        String name = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        return new ClosingDelimiter("--" + name + "--");
    }

    /** The body's next bytes. */
    void pass(Buffer chunk) {
        Buffer seen = chunk.length() >= KEPT ? chunk : tail.appendBuffer(chunk);
        tail = seen.getBuffer(Math.max(0, seen.length() - KEPT), seen.length());
    }

    boolean isSeen() {
        return tail.toString(StandardCharsets.ISO_8859_1).contains(delimiter);
    }
}
