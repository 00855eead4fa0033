package org.batchuploader.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A file with nothing but a secret, as Docker and systemd hand it to a service. */
final class SecretFile {
    private static final int MOST = 16_384;

    private SecretFile() {}

    /** @param objection to a file that is not there, is too large or holds more than one line */
    static Secret read(Path file, Supplier<InvalidConfiguration> objection) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .strip();
            if (bytes.length <= MOST && !text.isEmpty() && text.lines().count() == 1) {
                return new Secret(text);
            }
        } catch (IOException e) {
            throw objection.get();
        }
        throw objection.get();
    }
}
