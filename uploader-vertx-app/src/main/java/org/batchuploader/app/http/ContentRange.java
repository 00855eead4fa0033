package org.batchuploader.app.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rest of a file: {@code Content-Range: bytes first-last/total} (RFC 9110, 14.4), where {@code last} is the file's
 * last byte.
 *
 * @param first offset of the body's first byte
 * @param total bytes of the whole file, -1 when not told
 */
record ContentRange(long first, long total) {
    private static final Pattern FORM = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    static ContentRange of(@Nullable String header) {
        if (header == null) {
            return new ContentRange(0, -1);
        }
        Matcher form = FORM.matcher(header.strip());
        if (form.matches()) {
            long first = Long.parseLong(form.group(1));
            long last = Long.parseLong(form.group(2));
            long total = Long.parseLong(form.group(3));
            if (first <= last && last == total - 1) {
                return new ContentRange(first, total);
            }
        }
        throw Refusal.bad(
                "RANGE_INVALID",
                "Content-Range must be \"bytes first-last/total\" and reach to the file's last byte; it is \"" + header
                        + "\".");
    }
}
