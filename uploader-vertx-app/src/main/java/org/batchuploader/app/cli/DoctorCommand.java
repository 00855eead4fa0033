package org.batchuploader.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.batchuploader.app.config.Configuration;
import org.batchuploader.app.doctor.Doctor;
import org.batchuploader.app.doctor.Probe;
import org.batchuploader.app.log.Logs;
import org.batchuploader.app.service.FtpChoice;
import org.batchuploader.app.service.Systems;
import org.batchuploader.core.doctor.Finding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code uploader doctor}: whether uploads would come through, and what to do where they would not. */
@Command(
        name = "doctor",
        description = "Looks at everything an upload needs; exit code 1 when something is bad.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    SharedOptions shared = new SharedOptions();

    @Option(names = "--ftp-xml", paramLabel = "FILE", description = "the original system's ftp.xml")
    @Nullable Path ftpXml;

    @Option(
            names = "--ftp-by",
            paramLabel = "ADDRESS",
            description = "also try the passive FTP ports by this address, as clients come")
    @Nullable String ftpBy;

    @Option(names = "--probe", description = "also publish a layer of one point everywhere, and remove it")
    boolean probe;

    @Option(names = "--json", description = "print JSON")
    boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Configuration configuration = shared.loader().load().configuration();
        Logs.off();
        try (Systems systems = new Systems(configuration)) {
            var ftp = FtpChoice.of(configuration.ftp(), ftpXml);
            List<Doctor.Report> reports = new Doctor(configuration, ftp, ftpBy, systems, Clock.systemUTC()).examine();
            boolean good = reports.stream().noneMatch(Doctor.Report::isBad);
            List<String> steps = new ArrayList<>();
            PrintWriter out = spec.commandLine().getOut();
            if (!json) {
                reports.forEach(report -> print(out, report));
            }
            if (probe) {
                good &= probe(systems, out, steps);
            }
            if (json) {
                printJson(out, good, reports, steps);
            } else {
                out.println(good ? "uploads will come through" : "something has to be done first");
            }
            out.flush();
            return good ? 0 : 1;
        }
    }

    private boolean probe(Systems systems, PrintWriter out, List<String> steps)
            throws IOException, InterruptedException {
        if (json) {
            return new Probe(systems, line -> steps.add(line.strip())).run();
        }
        out.println("probe");
        return new Probe(systems, line -> {
                    out.println(line);
                    out.flush();
                })
                .run();
    }

    private static void print(PrintWriter out, Doctor.Report report) {
        if (report.findings().isEmpty()) {
            return;
        }
        out.println(report.system());
        for (Finding finding : report.findings()) {
            String verdict = finding.verdict().toString().toLowerCase(Locale.ROOT);
            out.printf("  %-8s %s: %s%n", verdict, finding.what(), finding.found());
            if (finding.remedy() != null) {
                out.println("           -> " + finding.remedy());
            }
        }
        out.flush();
    }

    private static void printJson(PrintWriter out, boolean good, List<Doctor.Report> reports, List<String> steps)
            throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("good", good);
        all.put("systems", reports);
        all.put("probe", steps);
        out.println(
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all));
    }
}
