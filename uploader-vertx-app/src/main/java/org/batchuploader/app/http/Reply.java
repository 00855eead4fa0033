package org.batchuploader.app.http;

import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.batchuploader.app.api.Json;
import org.jspecify.annotations.Nullable;

/**
 * An answer ready to be sent: a small body, or a file.
 *
 * @param type media type, absent when there is no body
 */
public record Reply(
        int status, @Nullable String type, @Nullable Buffer body, @Nullable Path file, Map<String, String> headers) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    static Reply json(int status, Object value) {
        return new Reply(status, "application/json", Buffer.buffer(Json.write(value)), null, Map.of());
    }

    static Reply empty(int status) {
        return new Reply(status, null, null, null, Map.of());
    }

    static Reply file(Path file, String type) {
        return new Reply(200, type, null, file, Map.of());
    }

    /** A page. */
    public static Reply html(int status, String markup) {
        return new Reply(status, "text/html; charset=utf-8", Buffer.buffer(markup), null, Map.of());
    }

    public static Reply text(int status, String type, String text) {
        return new Reply(status, type, Buffer.buffer(text), null, Map.of());
    }

    /** After a form was taken: go and look there. */
    public static Reply seeOther(String location) {
        return empty(303).with("Location", location);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, body, file, more);
    }
}
