package org.batchuploader.geoserver.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Sends a file as the body of one PUT, never more than a few buffers of it in memory. */
final class FileUpload {
    private final Transport transport;
    private final String authorization;

    FileUpload(Transport transport, String authorization) {
        this.transport = transport;
        this.authorization = authorization;
    }

    void put(URI address, String mediaType, StreamedFile file) {
        var lastProgress = new AtomicLong(System.nanoTime());
        try (InputStream in = new Watched(file.open(), lastProgress)) {
            HttpRequest.BodyPublisher streamed = HttpRequest.BodyPublishers.ofInputStream(() -> in);
            OptionalLong length = file.length();
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Authorization", authorization)
                    .header("Content-Type", mediaType)
                    .PUT(
                            length.isPresent() && length.getAsLong() > 0
                                    ? HttpRequest.BodyPublishers.fromPublisher(streamed, length.getAsLong())
                                    : streamed)
                    .build();
            Answer answer = transport.send(request, lastProgress::get);
            if (!answer.isSuccess()) {
                throw Refusals.of("PUT " + address.getPath(), answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what is to be sent to " + address.getPath(), e);
        }
    }

    /** Notes when it was last read from. */
    private static final class Watched extends FilterInputStream {
        private final AtomicLong lastProgress;

        Watched(InputStream in, AtomicLong lastProgress) {
            super(in);
            this.lastProgress = lastProgress;
        }

        @Override
        public int read() throws IOException {
            lastProgress.set(System.nanoTime());
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            lastProgress.set(System.nanoTime());
            return super.read(bytes, offset, length);
        }
    }
}
