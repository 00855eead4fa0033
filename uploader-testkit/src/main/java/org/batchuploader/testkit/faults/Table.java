package org.batchuploader.testkit.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.batchuploader.core.fault.FaultPoint;

/** Points and faults with what was tried and what went wrong. */
public final class Table {
    private final Map<FaultPoint, Map<Injection, Integer>> runs = new EnumMap<>(FaultPoint.class);
    private final List<String> wrong = new ArrayList<>();
    private final Map<Scene, Integer> scenes = new EnumMap<>(Scene.class);
    private int total;
    private int lost;
    private int doubled;
    private int orphans;

    synchronized void add(Trial trial, Verdict verdict) {
        runs.computeIfAbsent(trial.point(), point -> new EnumMap<>(Injection.class))
                .merge(trial.fault(), 1, Integer::sum);
        scenes.merge(trial.scene(), 1, Integer::sum);
        total++;
        lost += verdict.lost().isEmpty() ? 0 : 1;
        doubled += verdict.doubled().isEmpty() ? 0 : 1;
        orphans += verdict.orphans().isEmpty() ? 0 : 1;
        if (!verdict.isGood()) {
            wrong.add(trial.replay() + ": " + verdict);
        }
    }

    /** What went wrong, a line each with what to give to the run to see it again. */
    public synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** In Markdown: a row for each point, a column for each fault, how often each was tried. */
    public synchronized List<String> lines() {
        Set<Injection> faults = EnumSet.noneOf(Injection.class);
        runs.values().forEach(row -> faults.addAll(row.keySet()));
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder("| point |");
        StringBuilder rule = new StringBuilder("| --- |");
        faults.forEach(fault -> {
            head.append(' ').append(fault).append(" |");
            rule.append(" --- |");
        });
        lines.add(head.toString());
        lines.add(rule.toString());
        runs.forEach((point, row) -> {
            StringBuilder line = new StringBuilder("| " + point + " |");
            faults.forEach(fault -> line.append(' ')
                    .append(row.containsKey(fault) ? row.get(fault) : "")
                    .append(" |"));
            lines.add(line.toString());
        });
        return lines;
    }

    synchronized void unreached(Set<FaultPoint> points) {
        points.forEach(point -> wrong.add(point + " is passed in no scene"));
    }

    /** How many trials were in each scene. */
    public synchronized Map<Scene, Integer> scenes() {
        return new EnumMap<>(scenes);
    }

    public synchronized String summary() {
        return "points=" + runs.size() + " runs=" + total + " lost=" + lost + " doubled=" + doubled + " orphans="
                + orphans;
    }
}
