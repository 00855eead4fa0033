package org.batchuploader.benchmarks.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** What Jazzer calls: {@link #fuzzerInitialize} once, {@link #fuzzerTestOneInput} for each input. */
public final class FuzzTarget {
    private static @Nullable Trial trial;

    private FuzzTarget() {}

    /**
     * GeoTools asserts what only well-behaved input keeps; released programs run without its assertions.
     *
     * @param args the target's word
     */
    public static void fuzzerInitialize(String[] args) throws IOException {
        FuzzTarget.class.getClassLoader().setPackageAssertionStatus("org.geotools", false);
        var ready = new Trial(Target.of(args[0]), Files.createTempDirectory("fuzz-" + args[0]));
        ready.warmUp();
        trial = ready;
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Trial ready = trial;
        if (ready == null) {
            throw new IllegalStateException("not initialised");
        }
        try {
            ready.run(input);
        } catch (IOException e) {
            throw new UncheckedIOException("the disk is sound, yet the inspector says it is not", e);
        }
    }
}
