package org.batchuploader.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Sends a file until it is received, going on where a broken attempt ended. */
public final class Sender {
    private static final int ATTEMPTS = 6;

    private final ServiceClient service;

    public Sender(ServiceClient service) {
        this.service = service;
    }

    /**
     * @param progress told how many bytes were read so far
     * @return the service's receipt
     */
    public JsonNode send(Path file, LongConsumer progress) throws IOException, InterruptedException {
        String name = file.getFileName().toString();
        long size = Files.size(file);
        for (int attempt = 1; ; attempt++) {
            try {
                long offset = attempt == 1 ? 0 : resumable(name, size);
                return service.put(
                        name, BodyPublishers.ofInputStream(() -> open(file, offset, progress)), offset, size);
            } catch (Refused e) {
                if (!e.isPassing() || attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
            TimeUnit.SECONDS.sleep(1L << (attempt - 1));
        }
    }

    private long resumable(String name, long size) throws IOException, InterruptedException {
        long there = service.incomplete(name);
        return there < size ? there : 0;
    }

    private static InputStream open(Path file, long offset, LongConsumer progress) {
        try {
            FileChannel channel = FileChannel.open(file).position(offset);
            return new CountingStream(Channels.newInputStream(channel), offset, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
