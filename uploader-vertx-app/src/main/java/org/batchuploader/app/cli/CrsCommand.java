package org.batchuploader.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.crs.CrsSearch;
import org.batchuploader.geotools.crs.PrjFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code uploader crs}: which coordinate reference system a text means, without a service. */
@Command(
        name = "crs",
        description = "Names the coordinate reference system of .prj files or other texts that define one.",
        mixinStandardHelpOptions = true)
final class CrsCommand implements Callable<Integer> {
    private static final int MOST = 20;
    private static final double LEAST = 0.001;
    private static final int LONGEST_LINE = 1 << 17;

    @Option(
            names = "--tsv",
            description = "read lines of ID<TAB>WKT from standard input and write ID<TAB>CODE<TAB>CONFIDENCE<TAB>SECOND"
                    + "<TAB>THIRD; CODE is empty when refusing")
    boolean tsv;

    @Option(names = "--search", paramLabel = "WORDS", description = "search by words of name and place, or by code")
    @Nullable String search;

    @Option(
            names = "--extent",
            paramLabel = "MINX,MINY,MAXX,MAXY",
            description = "in the data's own coordinates: with --search only what fits, alone the most likely")
    @Nullable String extent;

    @Parameters(paramLabel = "FILE")
    List<Path> files = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    private final CrsSearch crs = new CrsSearch();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean found;
        if (tsv) {
            found = stream(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 16), out);
        } else if (search != null || extent != null) {
            Envelope box = extent == null ? null : CrsSearch.extent(extent);
            found = table(out, crs.search(search == null ? "" : search, box, MOST));
        } else if (files.isEmpty()) {
            throw new CommandFailed("say which files, or --tsv, or --search; see uploader crs --help");
        } else {
            found = true;
            for (Path file : files) {
                found &= file(file, out);
            }
        }
        out.flush();
        return found ? 0 : 1;
    }

    private boolean file(Path file, PrintWriter out) throws IOException {
        String text = PrjFile.read(Optional.of(new SourceFile(file.getFileName().toString(), file)));
        out.println(file);
        CrsSearch.Answer answer = crs.identify(text);
        if (!answer.answered()) {
            out.println("  matches no coordinate reference system that we know; these come near:");
        }
        table(out, answer.candidates());
        return answer.answered();
    }

    private static boolean table(PrintWriter out, List<CrsCandidate> candidates) {
        for (CrsCandidate candidate : candidates) {
            if (candidate.confidence() < LEAST && !candidate.equals(candidates.get(0))) {
                break;
            }
            out.printf(
                    Locale.ROOT,
                    "  %-12s %5.1f %%  %-40s  %s%n",
                    candidate.code(),
                    100 * candidate.confidence(),
                    candidate.name(),
                    candidate.reason());
        }
        return !candidates.isEmpty();
    }

    private boolean stream(BufferedReader in, PrintWriter out) throws IOException {
        var line = new StringBuilder();
        boolean more = true;
        while (more) {
            int c = in.read();
            more = c >= 0;
            if (c >= 0 && c != '\n') {
                if (line.length() < LONGEST_LINE) {
                    line.append((char) c);
                }
            } else if (more || line.length() > 0) {
                row(line.toString(), out);
                line.setLength(0);
                if (!in.ready()) {
                    out.flush();
                }
            }
        }
        return true;
    }

    private void row(String line, PrintWriter out) {
        int tab = line.indexOf('\t');
        String id = tab < 0 ? line.strip() : line.substring(0, tab);
        CrsSearch.Answer answer = crs.identify(tab < 0 ? "" : line.substring(tab + 1));
        int others = answer.answered() ? 1 : 0;
        out.printf(
                Locale.ROOT,
                "%s\t%s\t%.3f\t%s\t%s\n",
                id,
                answer.answered() ? code(answer, 0) : "",
                answer.answered() ? answer.candidates().get(0).confidence() : 0,
                code(answer, others),
                code(answer, others + 1));
    }

    private static String code(CrsSearch.Answer answer, int place) {
        return place < answer.candidates().size()
                ? answer.candidates().get(place).code()
                : "";
    }
}
