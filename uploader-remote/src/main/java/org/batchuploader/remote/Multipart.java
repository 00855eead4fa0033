package org.batchuploader.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** A form with files (RFC 7578), read from its files while it is sent. Names come from us: what would break a header throws. */
public final class Multipart implements StreamedBody {
    private static final StreamedBody LINE_END = text("\r\n");

    private final String boundary = "batch-uploader-" + UUID.randomUUID();
    private final List<StreamedBody> pieces = new ArrayList<>();

    /** A value in UTF-8. */
    public Multipart field(String name, String value) {
        pieces.add(text(head("name=\"" + safe(name) + "\"")));
        pieces.add(text(value));
        pieces.add(LINE_END);
        return this;
    }

    public Multipart file(String name, String fileName, String mediaType, StreamedBody content) {
        String disposition = "name=\"" + safe(name) + "\"; filename=\"" + safe(fileName) + "\"";
        pieces.add(text(head(disposition + "\r\nContent-Type: " + safe(mediaType))));
        pieces.add(content);
        pieces.add(LINE_END);
        return this;
    }

    /** The value of the header {@code Content-Type} that goes with it. */
    public String mediaType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** A body of a few characters, in UTF-8. */
    public static StreamedBody text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new StreamedBody() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public OptionalLong length() {
                return OptionalLong.of(bytes.length);
            }
        };
    }

    @Override
    public InputStream open() {
        return new Chained(whole().iterator());
    }

    @Override
    public OptionalLong length() throws IOException {
        long sum = 0;
        for (StreamedBody piece : whole()) {
            OptionalLong length = piece.length();
            if (length.isEmpty()) {
                return OptionalLong.empty();
            }
            sum += length.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    private List<StreamedBody> whole() {
        List<StreamedBody> whole = new ArrayList<>(pieces);
        whole.add(text("--" + boundary + "--\r\n"));
        return whole;
    }

    private String head(String disposition) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    }

    private static String safe(String name) {
        if (name.isEmpty() || name.chars().anyMatch(c -> c < ' ' || c > '~' || c == '"' || c == '\\')) {
            throw new IllegalArgumentException("not for a header: \"" + name + "\"");
        }
        return name;
    }
}
