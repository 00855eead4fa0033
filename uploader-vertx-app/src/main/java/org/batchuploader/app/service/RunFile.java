package org.batchuploader.app.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
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

    private static final int ANSWER_MILLIS = 2000;

    private final Path file;
    private final String token;

    /**
     * What the file says.
     *
     * @param process the service's number in the operating system
     */
    public record Running(String url, String token, long process) {
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

    /** The service that runs on this data folder; one that was killed left its file behind, and does not answer. */
    public static Optional<Running> read(Path data) {
        Path file = file(data);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(file.toFile(), Running.class)).filter(RunFile::answers)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static boolean answers(Running running) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            running.address().getHost(), running.address().getPort()),
                    ANSWER_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    String token() {
        return token;
    }

    void write(int port) throws IOException {
        Path folder = file.resolveSibling("");
        Files.createDirectories(folder);
        // Of this process alone: nodes that share a data folder may start at the same moment.
        Path temporary = file.resolveSibling("service.json." + token.substring(0, 16));
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        JSON.writeValue(
                temporary.toFile(),
                new Running(
                        "http://127.0.0.1:" + port + "/",
                        token,
                        ProcessHandle.current().pid()));
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
