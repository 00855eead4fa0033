package org.batchuploader.testkit.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.batchuploader.testkit.publish.Trouble;

/** Troubles that a folder can be brought into. */
final class FailingDisk {
    private FailingDisk() {}

    static List<Trouble> of(Path directory) {
        Path aside = directory.resolveSibling("aside");
        return List.of(Trouble.unavailable(
                "a file where the folder should be",
                () -> {
                    try {
                        Files.createDirectories(directory);
                        Files.move(directory, aside);
                        Files.writeString(directory, "in the way");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                () -> {
                    try {
                        Files.delete(directory);
                        Files.move(aside, directory);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
