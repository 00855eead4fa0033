package org.batchuploader.testkit.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what is wrong, by the evidence alone. What is staged and belongs to nothing is swept after a day, and not counted. */
final class Judge {
    private final Evidence evidence;
    private final boolean published;
    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> orphans = new ArrayList<>();

    private Judge(Evidence evidence) {
        this.evidence = evidence;
        this.published = evidence.state().contains("PUBLISHED");
    }

    static Verdict judge(Evidence evidence) {
        Judge judge = new Judge(evidence);
        judge.endings();
        judge.tellings();
        judge.rows();
        evidence.held().forEach(judge::held);
        return new Verdict(judge.lost, judge.doubled, judge.orphans);
    }

    private void endings() {
        if (evidence.upload().isEmpty()) {
            lost.add("it was never acknowledged");
        }
        if (!evidence.unsettled().isEmpty()) {
            lost.add("no end: " + evidence.unsettled());
        }
        if (!evidence.state().equals(List.of(evidence.expected()))) {
            lost.add("ended " + evidence.state() + " " + evidence.reasons());
        }
        evidence.dead().forEach(dead -> orphans.add("dead " + dead));
    }

    /** In no scene a dataset ends twice in the same way, and each ending has its notice. */
    private void tellings() {
        List<String> ended = evidence.ended();
        List<String> told = evidence.told();
        ended.stream()
                .distinct()
                .filter(each -> !told.contains(each))
                .forEach(each -> lost.add("nobody was told of " + each));
        told.stream()
                .distinct()
                .filter(each -> !ended.contains(each))
                .forEach(each -> doubled.add("told of no ending " + each));
        twice(ended).forEach(each -> doubled.add("ended twice " + each));
        twice(told).forEach(each -> doubled.add("told twice of " + each));
    }

    private static Set<String> twice(List<String> all) {
        return all.stream()
                .filter(each -> Collections.frequency(all, each) > 1)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void rows() {
        List<String> layers = evidence.layers();
        if (layers.size() > 1) {
            doubled.add("rows of layers " + layers);
        }
        if (!layers.equals(published ? List.of(evidence.name() + " PUBLISHED") : List.of())) {
            orphans.add("rows of layers " + layers);
        } else if (published && !evidence.shown().equals(List.of(evidence.upload()))) {
            lost.add("the layer shows " + evidence.shown() + " and not " + evidence.upload());
        }
    }

    private void held(String system, List<String> lines) {
        long layers = lines.stream().filter(line -> isLayer(system, line)).count();
        if (published && layers == 0) {
            lost.add(system + " has no layer");
        } else if (layers > 1) {
            doubled.add(system + " has " + lines);
        } else if (!published && !lines.isEmpty()) {
            orphans.add(system + " keeps " + lines);
        }
    }

    /** GeoServer tells of stores and resources as well; the others of layers only. */
    private static boolean isLayer(String system, String line) {
        return !system.equals("GeoServer") || line.startsWith("layer ");
    }
}
