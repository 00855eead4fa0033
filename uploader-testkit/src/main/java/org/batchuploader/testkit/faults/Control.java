package org.batchuploader.testkit.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.batchuploader.core.fault.FaultPoint;

/** The harness' end of the folder by which it speaks with armed processes; {@code core.fault.Armed} is the other one. */
final class Control {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;

    Control(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** What a process is started with. */
    String option() {
        return "-Duploader.faults=" + folder;
    }

    /** Forgets all orders, lets go of all that is held, and counts anew. */
    void begin() throws IOException {
        for (FaultPoint point : FaultPoint.values()) {
            Files.deleteIfExists(order(point));
            Files.deleteIfExists(held(point));
        }
        Files.deleteIfExists(folder.resolve("passed"));
    }

    /** @param action {@code hold} or {@code throw} */
    void order(FaultPoint point, int pass, String action) throws IOException {
        Path fresh = Files.writeString(folder.resolve("order"), pass + " " + action);
        Files.move(fresh, order(point));
    }

    /** Whether what was ordered came to pass. */
    boolean obeyed(FaultPoint point) {
        return !Files.exists(order(point));
    }

    /** Waits for the process that is held; empty when none comes there. */
    Optional<ProcessHandle> awaitHeld(FaultPoint point) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(held(point))) {
            if (System.nanoTime() > end) {
                return Optional.empty();
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return ProcessHandle.of(Long.parseLong(Files.readString(held(point))));
    }

    void release(FaultPoint point) throws IOException {
        Files.deleteIfExists(held(point));
    }

    /** How often each point was passed since {@link #begin}. */
    Map<FaultPoint, Integer> passes() throws IOException {
        Map<FaultPoint, Integer> passes = new EnumMap<>(FaultPoint.class);
        for (String line : Files.readAllLines(folder.resolve("passed"))) {
            passes.merge(FaultPoint.valueOf(line), 1, Integer::sum);
        }
        return passes;
    }

    private Path order(FaultPoint point) {
        return folder.resolve(point.name());
    }

    private Path held(FaultPoint point) {
        return folder.resolve(point + ".held");
    }
}
