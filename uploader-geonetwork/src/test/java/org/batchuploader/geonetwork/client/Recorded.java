package org.batchuploader.geonetwork.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The body of an answer that pycsw gave, as it was recorded; all of them came with status 200. */
record Recorded(String body) {
    private static final String MARK = "### RESPONSE ###";

    static Recorded of(String transcript) {
        String path = "/recorded/" + transcript + ".http";
        try (InputStream in = Objects.requireNonNull(Recorded.class.getResourceAsStream(path), path)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            String answer = text.substring(text.indexOf(MARK) + MARK.length()).strip();
            if (!answer.startsWith("HTTP/1.0 200 OK\n")) {
                throw new IllegalArgumentException("not recorded with status 200: " + path);
            }
            return new Recorded(answer.substring(answer.indexOf("\n\n")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
