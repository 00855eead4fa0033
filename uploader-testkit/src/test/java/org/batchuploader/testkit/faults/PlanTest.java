package org.batchuploader.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.batchuploader.core.fault.FaultPoint;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Set<Injection> ALL = EnumSet.allOf(Injection.class);
    private static final List<List<String>> ASKED =
            List.of(List.of("store", "layer"), List.of("command", "datasets"), List.of("me", "put", "validate"));
    private static final Set<FaultPoint> REMOVING = EnumSet.of(
            FaultPoint.CANCEL_WRITTEN,
            FaultPoint.UNDO_WRITTEN,
            FaultPoint.REMOVAL_DUE,
            FaultPoint.REMOVAL_TAKEN,
            FaultPoint.REMOVAL_NOTED,
            FaultPoint.LAYER_GONE_WRITTEN);
    private static final List<Rehearsal> REHEARSALS = Arrays.stream(Scene.values())
            .map(scene -> new Rehearsal(
                    scene,
                    passes(scene == Scene.TAKE_DOWN ? REMOVING : EnumSet.complementOf(EnumSet.copyOf(REMOVING))),
                    ASKED))
            .toList();

    private static Map<FaultPoint, Integer> passes(Set<FaultPoint> points) {
        Map<FaultPoint, Integer> passes = new EnumMap<>(FaultPoint.class);
        points.forEach(point -> passes.put(point, point.name().matches("(STEP|REMOVAL)_.*") ? 3 : 1));
        return passes;
    }

    @Test
    void the_same_seed_makes_the_same_trials() {
        assertThat(Plan.whole(7).trials(REHEARSALS, ALL))
                .isEqualTo(Plan.whole(7).trials(REHEARSALS, ALL));
        assertThat(Plan.whole(7).trials(REHEARSALS, ALL))
                .isNotEqualTo(Plan.whole(8).trials(REHEARSALS, ALL));
    }

    @Test
    void what_a_line_says_to_do_it_again_is_that_trial() {
        for (Trial trial : Plan.whole(11).trials(REHEARSALS, ALL)) {
            Plan again = new Plan(
                    trial.seed(),
                    EnumSet.of(trial.scene()),
                    EnumSet.of(trial.point()),
                    EnumSet.of(trial.fault()),
                    1,
                    true,
                    1);
            List<Rehearsal> rehearsed = REHEARSALS.stream()
                    .filter(rehearsal -> rehearsal.scene() == trial.scene())
                    .toList();
            assertThat(again.trials(rehearsed, ALL)).containsExactly(trial);
            assertThat(trial.replay())
                    .isEqualTo("--seed " + trial.seed() + " --scene " + trial.scene() + " --point " + trial.point()
                            + " --fault " + trial.fault());
        }
    }

    @Test
    void every_fault_that_asks_nobody_is_tried_at_every_point() {
        List<Trial> trials = Plan.whole(1).trials(REHEARSALS, ALL);
        for (FaultPoint point : FaultPoint.values()) {
            assertThat(trials.stream().filter(trial -> trial.point() == point).map(Trial::fault))
                    .as(point.name())
                    .containsAll(ALL.stream()
                            .filter(fault -> fault.remote().isEmpty())
                            .toList());
        }
    }

    @Test
    void every_system_misbehaves_in_every_way_while_publishing_replacing_and_removing() {
        List<Trial> trials = Plan.whole(1).trials(REHEARSALS, ALL);
        for (Injection fault : ALL) {
            if (fault.remote().isPresent()) {
                assertThat(trials.stream()
                                .filter(trial -> trial.fault() == fault)
                                .map(trial -> trial.scene() + " " + trial.pass())
                                .collect(Collectors.toSet()))
                        .containsExactlyInAnyOrder(
                                "PUBLISH 1",
                                "PUBLISH 2",
                                "PUBLISH 3",
                                "TAKE_DOWN 1",
                                "TAKE_DOWN 2",
                                "TAKE_DOWN 3",
                                "REPLACE 1",
                                "REPLACE 2",
                                "REPLACE 3");
            }
        }
    }

    @Test
    void every_point_is_tried_in_every_scene_that_passes_it() {
        List<Trial> trials = Plan.whole(1).trials(REHEARSALS, ALL);
        for (Rehearsal rehearsal : REHEARSALS) {
            assertThat(trials.stream()
                            .filter(trial -> trial.scene() == rehearsal.scene())
                            .map(Trial::point)
                            .collect(Collectors.toSet()))
                    .isEqualTo(rehearsal.passes().keySet());
        }
    }

    @Test
    void a_point_that_no_scene_passes_is_told_and_wrong() {
        List<Rehearsal> withoutRemovals = REHEARSALS.stream()
                .filter(rehearsal -> rehearsal.scene() != Scene.TAKE_DOWN)
                .toList();
        assertThat(Plan.whole(1).unreached(withoutRemovals)).isEqualTo(REMOVING);
        assertThat(Plan.whole(1).unreached(REHEARSALS)).isEmpty();
        Table table = new Table();
        table.unreached(EnumSet.of(FaultPoint.REMOVAL_DUE));
        assertThat(table.wrong()).containsExactly("REMOVAL_DUE is passed in no scene");
    }

    @Test
    void what_cannot_be_made_to_happen_here_is_not_tried() {
        Set<Injection> possible = EnumSet.of(Injection.KILL, Injection.STOP);
        assertThat(Plan.whole(1).trials(REHEARSALS, possible))
                .extracting(Trial::fault)
                .containsOnly(Injection.KILL, Injection.STOP);
    }
}
