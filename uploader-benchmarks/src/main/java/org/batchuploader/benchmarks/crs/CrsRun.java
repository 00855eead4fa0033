package org.batchuploader.benchmarks.crs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.geotools.crs.CrsSearch;

/** {@code run crs}: accuracy, calibration and speed of identifying coordinate reference systems. */
public final class CrsRun {
    private static final int PEER_SAMPLE = 25;
    private static final String ALL_NAMES =
            "((?:PROJCS|GEOGCS|PROJCRS|GEOGCRS|BASEGEOGCRS|DATUM|ENSEMBLE)\\[)\"[^\"]*\"";

    private final CrsSearch search = new CrsSearch();
    private final Path folder;

    private CrsRun(Path folder) {
        this.folder = folder;
    }

    /** @param args the checkout, the folder with the truth */
    public static void main(String[] args) throws IOException {
        new CrsRun(Path.of(args[1])).run();
    }

    private void run() throws IOException {
        long start = System.nanoTime();
        search.identify("EPSG:4326");
        say(
                "index loaded in %.0f ms, EPSG %s, heap at most %d MB",
                (System.nanoTime() - start) / 1e6,
                search.edition(),
                Runtime.getRuntime().maxMemory() >> 20);
        Tally esri = accuracy(Truth.DIALECTS);
        accuracy(Truth.HELD_OUT);
        calibration();
        noPrj();
        double ours = speed();
        peer(esri, ours);
    }

    /** The current ESRI texts among them; what a code means that is deprecated is counted strictly, and by what it does. */
    private Tally accuracy(List<String> dialects) throws IOException {
        say("");
        say("| text | codes | right | equal text | wrong | refused | not in our edition | right | wrong above 0.9 |");
        say("|---|---|---|---|---|---|---|---|---|");
        var result = new Tally();
        for (String dialect : dialects) {
            Map<String, Tally> kinds = new LinkedHashMap<>();
            for (Truth.Text text : Truth.texts(folder, dialect)) {
                boolean known = !search.search(text.code(), null, 1).isEmpty();
                String kind = text.deprecated() ? "deprecated" : text.kind();
                CrsSearch.Answer answer = search.identify(text.text());
                kinds.computeIfAbsent(kind, k -> new Tally()).add(text.code(), text.equals(), answer, known);
                if (dialect.equals("WKT1_ESRI") && !text.deprecated()) {
                    result.add(text.code(), text.equals(), answer, known);
                }
            }
            kinds.forEach((kind, tally) -> say("%s", tally.row(dialect + ", " + kind)));
            var all = new Tally();
            kinds.values().forEach(all::add);
            say("%s", all.row(dialect + ", all"));
        }
        return result;
    }

    private void calibration() throws IOException {
        Map<String, UnaryOperator<String>> ways = new LinkedHashMap<>();
        ways.put("as written", text -> text);
        ways.put("without its name", text -> text.replaceFirst("\"[^\"]*\"", "\"unnamed\""));
        ways.put(
                "datum not named",
                text -> text.replaceAll("((?:DATUM|ENSEMBLE|(?<=,)GEOGCS|BASEGEOGCRS)\\[)\"[^\"]*\"", "$1\"unknown\""));
        ways.put("no names at all", text -> text.replaceAll(ALL_NAMES, "$1\"unknown\""));
        say("");
        say("| confidence | 0.3-0.4 | 0.4-0.5 | 0.5-0.6 | 0.6-0.7 | 0.7-0.8 | 0.8-0.9 | 0.9-1 |");
        say("|---|---|---|---|---|---|---|---|");
        for (Map.Entry<String, UnaryOperator<String>> way : ways.entrySet()) {
            var tally = new Tally();
            for (String dialect : List.of("WKT1_ESRI", "WKT1_GDAL")) {
                for (Truth.Text text : Truth.texts(folder, dialect)) {
                    if (!text.deprecated()) {
                        tally.add(
                                text.code(),
                                Set.of(),
                                search.identify(way.getValue().apply(text.text())),
                                true);
                    }
                }
            }
            say("%s", tally.curve(way.getKey()));
        }
    }

    private void noPrj() throws IOException {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (Truth.Extent extent : Truth.extents(folder)) {
            List<String> codes = search.search("", extent.envelope(), 10).stream()
                    .map(CrsCandidate::code)
                    .toList();
            int place = codes.indexOf(extent.code());
            int[] count = counts.computeIfAbsent(extent.kind() + ", " + extent.what(), k -> new int[4]);
            count[0]++;
            count[1] += place == 0 ? 1 : 0;
            count[2] += place >= 0 && place < 3 ? 1 : 0;
            count[3] += place >= 0 ? 1 : 0;
        }
        say("");
        say("| no .prj: extent of | extents | top 1 | top 3 | top 10 |");
        say("|---|---|---|---|---|");
        counts.forEach((what, n) -> say(
                "| %s | %d | %.1f %% | %.1f %% | %.1f %% |",
                what, n[0], 100.0 * n[1] / n[0], 100.0 * n[2] / n[0], 100.0 * n[3] / n[0]));
    }

    private double speed() throws IOException {
        List<Truth.Text> texts = Truth.texts(folder, "WKT1_ESRI");
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            texts.forEach(text -> search.identify(text.text()));
            best = Math.min(best, (System.nanoTime() - start) / 1e6 / texts.size());
        }
        say("");
        say("%.3f ms per identification, warm, one thread, parsing included", best);
        return best;
    }

    private void peer(Tally ours, double milliseconds) throws IOException {
        List<Truth.Text> current = new ArrayList<>();
        Truth.texts(folder, "WKT1_ESRI").stream().filter(t -> !t.deprecated()).forEach(current::add);
        Collections.shuffle(current, new Random(4));
        List<Truth.Text> sample = current.subList(0, PEER_SAMPLE);
        long same = sample.stream()
                .filter(t -> search.identify(t.text()).candidates().stream()
                        .limit(1)
                        .anyMatch(c -> c.code().equals(t.code())))
                .count();
        var peer = new GeoToolsLookup();
        peer.run(sample);
        say(
                "GeoTools with full scan on %d of them: %d right, %d wrong, %d nothing, %.0f ms each; ours on the same: %d right",
                PEER_SAMPLE, peer.right(), peer.wrong(), peer.none(), peer.milliseconds(), same);
        say(
                "crs: ratio=%.0f ours=%.3fms geotools=%.0fms right=%.2f%% wrong_above_0.9=%.3f%% geotools_right=%.0f%%",
                peer.milliseconds() / milliseconds,
                milliseconds,
                peer.milliseconds(),
                ours.share(),
                ours.sureAndWrongShare(),
                100.0 * peer.right() / PEER_SAMPLE);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
