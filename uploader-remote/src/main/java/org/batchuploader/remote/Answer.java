package org.batchuploader.remote;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An answer read to its end or to the largest size we read.
 *
 * @param truncated whether there was more
 */
@SuppressWarnings("ArrayRecordComponent") // read and never compared
public record Answer(int status, Map<String, List<String>> headers, byte[] body, boolean truncated) {
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Media type with parameters, in lower case; {@code ""} when none is given. */
    public String contentType() {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("content-type"))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
