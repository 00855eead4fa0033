package org.batchuploader.geotools.crs.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.geotools.crs.definition.Area;
import org.batchuploader.geotools.crs.definition.CrsDefinition;
import org.batchuploader.geotools.crs.definition.Projection;

/** Ranks the entries of the index that do what a definition does; names break ties, as every program spells its own. */
final class CrsMatcher {
    static final double DEPRECATED = 0.15;

    private static final double MOST = 1.0;
    private static final double ALL_WORDS = 0.9699;

    /** A realisation that goes by the name of its frame in an alias, as EUREF-FIN does by ETRS89. */
    private static final double BY_ALIAS = 0.95;

    private final CrsIndex index;
    private final Vocabulary vocabulary;
    private final CrsDefinition given;
    private final int[] name;
    private final List<String> inOrder;
    private final int[] base;
    private final double[] datums;
    private final Map<Integer, Double> bases = new HashMap<>();

    private CrsMatcher(CrsIndex index, CrsDefinition given) {
        this.index = index;
        this.given = given;
        vocabulary = index.vocabulary();
        name = vocabulary.numbers(given.name());
        inOrder = Words.of(given.name());
        base = vocabulary.numbers(given.base());
        datums = datums();
    }

    /** Best first. */
    static List<Evidence> rank(CrsIndex index, CrsDefinition given) {
        return new CrsMatcher(index, given).rank();
    }

    /** Whether a definition may be that entry, which its text says it is. */
    static boolean agrees(CrsIndex index, CrsDefinition given, CrsEntry entry) {
        double distance = Comparison.distance(given, entry.definition());
        if (distance > MOST) {
            return false;
        }
        Evidence evidence = new CrsMatcher(index, given).evidence(entry, distance);
        return evidence.datum() < 0 || Math.max(evidence.datum(), evidence.name()) > 0.3;
    }

    private double[] datums() {
        double[] alike = new double[index.datums().size()];
        for (String datum : given.datum()) {
            int[] words = vocabulary.numbers(datum);
            for (int i = 0; i < alike.length; i++) {
                alike[i] = Math.max(
                        alike[i], vocabulary.alike(words, index.datums().get(i).words()));
            }
        }
        return alike;
    }

    private List<Evidence> rank() {
        var found = new ArrayList<Evidence>();
        for (CrsEntry entry : index.entries()) {
            double distance = Comparison.distance(given, entry.definition());
            if (distance < MOST) {
                found.add(evidence(entry, distance));
            }
        }
        found.sort(Comparator.comparingDouble(Evidence::score).reversed().thenComparing(e -> e.entry()
                .code()));
        return successorsFirst(found);
    }

    /** Whatever a text calls it, a deprecated code gives way to one that does the same. */
    private static List<Evidence> successorsFirst(List<Evidence> ranked) {
        if (ranked.isEmpty() || !ranked.get(0).entry().deprecated()) {
            return ranked;
        }
        int group = ranked.get(0).entry().group();
        for (int i = 1; i < ranked.size(); i++) {
            CrsEntry entry = ranked.get(i).entry();
            if (!entry.deprecated() && entry.group() == group) {
                ranked.add(0, ranked.remove(i));
                break;
            }
        }
        return ranked;
    }

    private Evidence evidence(CrsEntry entry, double distance) {
        double byName = name.length == 0 ? 0 : vocabulary.alike(name, entry.words());
        boolean exact =
                byName >= ALL_WORDS && entry.names().stream().anyMatch(known -> inOrder.equals(Words.of(known)));
        double byDatum = datum(entry);
        double score = 3 * byDatum + 2 * byName - 0.5 * Math.min(1, distance);
        score += (exact ? 0.1 : 0) + axes(entry) + area(entry);
        Projection projection = given.projection();
        if (projection != null && entry.projection() != null) {
            score += projection.method() == entry.projection().method() ? 0.1 : 0;
        }
        score -= Math.min(
                0.2,
                1e5 * Math.abs(given.inverseFlattening() - entry.definition().inverseFlattening()));
        score += Math.min(0.02, 0.01 * Math.log(Habit.of(entry)));
        score -= entry.deprecated() ? DEPRECATED : 0;
        return new Evidence(entry, score, byName, byDatum, distance);
    }

    private double datum(CrsEntry entry) {
        if (given.datum().isEmpty()) {
            return -1;
        }
        double byDatum = datums[entry.datum()];
        double byBase = bases.computeIfAbsent(entry.base(), code -> index.find("EPSG", code)
                .map(b -> vocabulary.alike(base, b.words()))
                .orElse(0.0));
        double byNames = 0.7 * Math.max(byDatum, byBase) + 0.3 * Math.min(byDatum, byBase);
        boolean alias = entry.names().size() > 1 && entry.isProjected() && Vocabulary.holds(base, entry.words());
        return alias ? Math.max(byNames, BY_ALIAS) : byNames;
    }

    private double axes(CrsEntry entry) {
        String axes = entry.definition().axes();
        if (given.axes().isEmpty() || axes.isEmpty()) {
            return 0;
        }
        return given.axes().equals(axes) ? 0.15 : -0.15;
    }

    private double area(CrsEntry entry) {
        Area own = given.area();
        Area area = entry.area();
        if (own == null || area == null) {
            return 0;
        }
        double[] difference = {
            own.west() - area.west(), own.south() - area.south(), own.east() - area.east(), own.north() - area.north()
        };
        return Arrays.stream(difference).allMatch(d -> Math.abs(d) < 0.02) ? 0.5 : 0;
    }
}
