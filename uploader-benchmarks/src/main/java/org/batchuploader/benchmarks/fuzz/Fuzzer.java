package org.batchuploader.benchmarks.fuzz;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jazzer on one target, in a process of its own with a small heap: an input that needs more memory is a finding. */
final class Fuzzer {
    private static final Pattern COVERAGE = Pattern.compile("#(\\d+)\\s.*\\bcov: (\\d+).*");
    private static final Pattern EXECUTIONS = Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");
    private static final Pattern FINDING = Pattern.compile("== Java (Exception|Assertion Error).*|==\\d+== ERROR: .*");
    private static final String HEAP = "-Xmx256m";

    private final Target target;
    private final Path folder;

    Fuzzer(Target target, Path results) {
        this.target = target;
        this.folder = results.resolve(target.word());
    }

    /** @param coverage of the code, in Jazzer's count of edges */
    record Outcome(long executions, long coverage, int findings) {}

    Outcome run(int seconds, List<Path> seeds) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus-" + System.currentTimeMillis()));
        Seeds.write(target, corpus, seeds);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + FuzzTarget.class.getName(),
                        "--target_args=" + target.word(),
                        "--instrumentation_includes=org.batchuploader.geotools.**",
                        "--custom_hook_includes=org.batchuploader.geotools.**",
                        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection"
                                + ":com.code_intelligence.jazzer.sanitizers.RegexRoadblocks",
                        "--keep_going=10",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-max_total_time=" + seconds,
                        "-max_len=" + target.longest(),
                        "-timeout=25",
                        "-rss_limit_mb=0",
                        "-print_final_stats=1",
                        corpus.toString())
                .redirectErrorStream(true)
                .start();
        Outcome outcome = read(process);
        int exit = process.waitFor();
        return exit != 0 && outcome.findings() == 0
                ? new Outcome(outcome.executions(), outcome.coverage(), 1)
                : outcome;
    }

    private Outcome read(Process process) throws IOException {
        long executions = 0;
        long coverage = 0;
        int findings = 0;
        try (BufferedReader lines = process.inputReader();
                BufferedWriter log = Files.newBufferedWriter(folder.resolve("log.txt"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.write(line);
                log.newLine();
                Matcher progress = COVERAGE.matcher(line);
                if (progress.matches()) {
                    executions = Math.max(executions, Long.parseLong(progress.group(1)));
                    coverage = Long.parseLong(progress.group(2));
                }
                Matcher all = EXECUTIONS.matcher(line);
                if (all.find()) {
                    executions = Long.parseLong(all.group(1));
                }
                findings += FINDING.matcher(line).matches() ? 1 : 0;
            }
        }
        return new Outcome(executions, coverage, findings);
    }
}
