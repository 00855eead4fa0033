package org.batchuploader.geonetwork.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.batchuploader.remote.StreamedBody;

/** One file as {@code multipart/form-data} (RFC 7578), read while it is sent. */
final class Multipart implements StreamedBody {
    private static final String BOUNDARY = "batch-uploader-6f1d2c3b4a59";

    private final byte[] head;
    private final byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    private final StreamedBody file;

    /** @param name of the file, plain */
    Multipart(String name, String type, StreamedBody file) {
        this.head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        this.file = file;
    }

    static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    @Override
    public InputStream open() throws IOException {
        return new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(head), file.open(), new ByteArrayInputStream(tail))));
    }

    @Override
    public OptionalLong length() throws IOException {
        OptionalLong content = file.length();
        return content.isPresent()
                ? OptionalLong.of(head.length + content.getAsLong() + tail.length)
                : OptionalLong.empty();
    }
}
