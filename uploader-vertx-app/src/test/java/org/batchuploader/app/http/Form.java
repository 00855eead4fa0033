package org.batchuploader.app.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.batchuploader.app.service.Visitor;

/** A form with files as browsers send it (RFC 7578). */
final class Form {
    static final String TYPE = "multipart/form-data; boundary=cut-here";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Form file(Path file) throws IOException {
        return file(file.getFileName().toString(), Files.readAllBytes(file));
    }

    Form file(String fileName, byte... content) {
        return part("name=\"file\"; filename=\"" + fileName + "\"", content);
    }

    /** A field of text; a part without a file name. */
    Form field(String name, String text) {
        return part("name=\"" + name + "\"", text.getBytes(StandardCharsets.UTF_8));
    }

    private Form part(String disposition, byte... content) {
        try {
            body.write(("--cut-here\r\nContent-Disposition: form-data; " + disposition
                            + "\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.write(content);
            body.write("\r\n".getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts so far, without an end. */
    byte[] unended() {
        return body.toByteArray();
    }

    BodyPublisher ended() {
        byte[] parts = unended();
        byte[] end = "--cut-here--\r\n".getBytes(StandardCharsets.UTF_8);
        return BodyPublishers.concat(BodyPublishers.ofByteArray(parts), BodyPublishers.ofByteArray(end));
    }

    HttpResponse<String> postedBy(Visitor visitor) throws IOException, InterruptedException {
        return visitor.send("POST", "/api/v1/uploads", ended(), "Content-Type", TYPE);
    }
}
