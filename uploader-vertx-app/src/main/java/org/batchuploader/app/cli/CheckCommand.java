package org.batchuploader.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.Severity;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.GeoToolsInspector;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code uploader check}: inspects files as the service would, without one. */
@Command(
        name = "check",
        description = "Inspects files without a service; exit code 1 when something is mendable, 2 when fatal.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Option(names = "--json", description = "print JSON")
    boolean json;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    List<Path> files = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    private final DatasetInspector inspector = new GeoToolsInspector();
    private final Ids ids = new Ids();
    private final Map<BlobId, Path> paths = new HashMap<>();

    /** What was found of one dataset. */
    record Verdict(String name, Inspection inspection, List<Problem> problems) {}

    @Override
    public Integer call() throws IOException {
        Path scratch = Files.createTempDirectory("uploader-check");
        try {
            List<Verdict> verdicts = verdicts(scratch);
            print(verdicts);
            return exitCode(verdicts);
        } finally {
            delete(scratch);
        }
    }

    private List<Verdict> verdicts(Path scratch) throws IOException {
        List<DatasetInspector.Delivered> delivered = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            Part part = new Part(name, remember(file), Files.size(file));
            delivered.add(new DatasetInspector.Delivered(part, new SourceFile(name, file)));
        }
        Discovery discovery = inspector.discover(delivered, (name, content) -> store(scratch, name, content));
        List<Verdict> verdicts = new ArrayList<>();
        if (!discovery.problems().isEmpty()) {
            Inspection nothing = new Inspection(null, null, null, null, null, null, List.of());
            verdicts.add(new Verdict(files.get(0).getFileName().toString(), nothing, discovery.problems()));
        }
        for (Discovery.Found found : discovery.datasets()) {
            List<SourceFile> sources = found.parts().stream()
                    .map(p -> new SourceFile(p.name(), Objects.requireNonNull(paths.get(p.blob()))))
                    .toList();
            boolean blocked = found.problems().stream().anyMatch(Problem::isBlocking);
            Inspection inspection = blocked
                    ? new Inspection(null, null, null, null, null, null, List.of())
                    : inspector.inspect(
                            new DatasetFiles(found.name(), found.member(), sources), Correction.NONE, CrsHabits.NONE);
            List<Problem> problems = new ArrayList<>(found.problems());
            problems.addAll(inspection.problems());
            verdicts.add(new Verdict(found.origin(), inspection, problems));
        }
        return verdicts;
    }

    private Part store(Path scratch, String name, InputStream content) throws IOException {
        Path file = scratch.resolve(ids.blob().value());
        Files.copy(content, file);
        return new Part(name, remember(file), Files.size(file));
    }

    private BlobId remember(Path file) {
        BlobId blob = ids.blob();
        paths.put(blob, file);
        return blob;
    }

    private void print(List<Verdict> verdicts) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(verdicts));
        } else {
            verdicts.forEach(verdict -> print(out, verdict));
        }
        out.flush();
    }

    private static void print(PrintWriter out, Verdict verdict) {
        Inspection inspection = verdict.inspection();
        out.println(verdict.name());
        var format = inspection.format();
        var vector = inspection.vector();
        var raster = inspection.raster();
        var crs = inspection.crs();
        if (format != null) {
            line(out, "format", format.title());
        }
        if (vector != null) {
            line(
                    out,
                    "content",
                    vector.count() + " x " + vector.geometryType() + ", "
                            + vector.fields().size() + " fields");
            line(out, "charset", vector.charset());
        }
        if (raster != null) {
            line(
                    out,
                    "content",
                    raster.width() + " x " + raster.height() + " pixels, "
                            + raster.bands().size() + " bands");
        }
        line(out, "crs", crs == null ? null : crs.code() + " (" + crs.name() + ")");
        line(out, "extent", inspection.extent());
        for (Problem problem : verdict.problems()) {
            out.println("  " + problem.severity() + " " + problem.code() + ": " + problem.sentence());
            out.println("    " + problem.hint());
            for (CrsCandidate candidate : problem.candidates()) {
                out.printf(
                        Locale.ROOT,
                        "    %-12s %3.0f %%  %s: %s%n",
                        candidate.code(),
                        100 * candidate.confidence(),
                        candidate.name(),
                        candidate.reason());
            }
        }
    }

    private static void line(PrintWriter out, String label, @Nullable Object value) {
        if (value != null) {
            out.printf("  %-8s %s%n", label, value);
        }
    }

    private static int exitCode(List<Verdict> verdicts) {
        List<Severity> severities = verdicts.stream()
                .flatMap(v -> v.problems().stream())
                .map(Problem::severity)
                .toList();
        return severities.contains(Severity.FATAL) ? 2 : severities.contains(Severity.MENDABLE) ? 1 : 0;
    }

    private static void delete(Path scratch) throws IOException {
        try (Stream<Path> unpacked = Files.list(scratch)) {
            for (Path file : unpacked.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(scratch);
    }
}
