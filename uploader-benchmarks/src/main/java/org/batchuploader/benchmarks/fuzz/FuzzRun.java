package org.batchuploader.benchmarks.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * {@code run fuzz [SECONDS_PER_TARGET] [TARGET...] [FOLDER...]}: fuzzes each target for 600 seconds, or as long as said, with
 * seeds made by the testkit and those found in the folders. Inputs that bring something to light are kept in
 * {@code target/fuzz}; their log says what it was.
 */
public final class FuzzRun {
    private static final int USUAL_SECONDS = 600;

    private FuzzRun() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path results = Path.of(args[0], "uploader-benchmarks", "target", "fuzz");
        int seconds = USUAL_SECONDS;
        Set<Target> targets = EnumSet.noneOf(Target.class);
        List<Path> folders = new ArrayList<>();
        for (String arg : List.of(args).subList(1, args.length)) {
            if (arg.matches("\\d+")) {
                seconds = Integer.parseInt(arg);
            } else if (Files.isDirectory(Path.of(arg))) {
                folders.add(Path.of(arg));
            } else {
                targets.add(Target.of(arg));
            }
        }
        if (targets.isEmpty()) {
            targets = EnumSet.allOf(Target.class);
        }
        long executions = 0;
        int findings = 0;
        for (Target target : targets) {
            Fuzzer.Outcome outcome = new Fuzzer(target, results).run(seconds, folders);
            System.out.printf(
                    "%s: executions=%d coverage=%d findings=%d%n",
                    target.word(), outcome.executions(), outcome.coverage(), outcome.findings());
            executions += outcome.executions();
            findings += outcome.findings();
        }
        System.out.printf("fuzz: targets=%d executions=%d findings=%d%n", targets.size(), executions, findings);
        if (findings > 0) {
            System.exit(1);
        }
    }
}
