package org.batchuploader.app.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * {@code run/service.json} in the data folder: how a command on the same machine reaches the running service, with a token
 * that only those can read who can read the data.
 */
public final class RunFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final String token;

    /** What the file says. */
    public record Running(String url, String token) {
        public URI address() {
            return URI.create(url);
        }
    }

    RunFile(Path data) {
        this.file = file(data);
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
    }

    /** The service that runs on this data folder, if one says so. */
    public static Optional<Running> read(Path data) {
        Path file = file(data);
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Running.class)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    String token() {
        return token;
    }

    void write(int port) throws IOException {
        Path folder = file.resolveSibling("");
        Files.createDirectories(folder);
        Path temporary = file.resolveSibling("service.json.new");
        Files.deleteIfExists(temporary);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        JSON.writeValue(temporary.toFile(), new Running("http://127.0.0.1:" + port + "/", token));
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete() {
        try {
            if (Files.exists(file)
                    && JSON.readValue(file.toFile(), Running.class).token().equals(token)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }

    private static Path file(Path data) {
        return data.resolve("run").resolve("service.json");
    }
}
