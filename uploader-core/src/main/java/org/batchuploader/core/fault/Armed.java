package org.batchuploader.core.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An armed process and its harness speak by files in one folder. Each pass is a line of {@code passed}. A file of a point's name
 * holds "N hold" or "N throw" and is about the Nth pass from now on: it is taken away, and the process throws, or writes its id into
 * {@code NAME.held} and waits until that is deleted. Any fault from outside can be given to a process that is held.
 */
final class Armed {
    static final String PROPERTY = "uploader.faults";

    private static final long LOOK_MILLIS = 10;
    private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(2);

    private final Path folder;

    private Armed(Path folder) {
        this.folder = folder;
    }

    /** Null in every process that was not started with the property, which is read once. */
    static @Nullable Armed fromProperty() {
        String folder = System.getProperty(PROPERTY, "");
        return folder.isEmpty() ? null : new Armed(Path.of(folder));
    }

    void pass(FaultPoint point) {
        try {
            String action = action(point);
            if (action.equals("throw")) {
                throw new InjectedFault("thrown at " + point);
            } else if (action.equals("hold")) {
                hold(folder.resolve(point + ".held"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("faults in " + folder, e);
        }
    }

    /** Empty where nothing is asked of this pass. */
    private synchronized String action(FaultPoint point) throws IOException {
        Files.writeString(folder.resolve("passed"), point + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Path order = folder.resolve(point.name());
        if (!Files.exists(order)) {
            return "";
        }
        String[] words = Files.readString(order).split(" ");
        int left = Integer.parseInt(words[0]) - 1;
        if (left > 0) {
            replace(order, left + " " + words[1]);
            return "";
        }
        Files.delete(order);
        return words[1];
    }

    private void hold(Path held) throws IOException {
        replace(held, Long.toString(ProcessHandle.current().pid()));
        try {
            for (long waited = 0; Files.exists(held) && waited < LONGEST_MILLIS; waited += LOOK_MILLIS) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever reads it sees all of it. */
    private static void replace(Path file, String content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
