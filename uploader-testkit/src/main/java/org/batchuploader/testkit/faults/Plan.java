package org.batchuploader.testkit.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.batchuploader.core.fault.FaultPoint;

/**
 * What of scenes, points and faults is tried. The same plan for the same rehearsals is the same trials, and one of a single scene,
 * point and fault is a single trial.
 *
 * @param seed the first of the seeds
 * @param most passes of one point that are tried
 * @param everySystem where each pass is at another system, all are tried
 * @param lanes houses that are worked in at once
 */
public record Plan(
        long seed,
        Set<Scene> scenes,
        Set<FaultPoint> points,
        Set<Injection> faults,
        int most,
        boolean everySystem,
        int lanes) {
    /** Before these a remote system is asked. */
    private static final Set<FaultPoint> ASKING = EnumSet.of(FaultPoint.STEP_DUE, FaultPoint.REMOVAL_DUE);

    /** Here a system has done what nothing of ours says yet. */
    private static final Set<FaultPoint> TAKEN = EnumSet.of(FaultPoint.STEP_TAKEN, FaultPoint.REMOVAL_TAKEN);

    /** In these systems are asked for other things. */
    private static final Set<Scene> ASKING_SCENES = EnumSet.of(Scene.PUBLISH, Scene.TAKE_DOWN, Scene.REPLACE);

    /** Here bytes come in over FTP. */
    private static final Set<FaultPoint> TAKING_IN = EnumSet.of(
            FaultPoint.BYTES_WRITTEN, FaultPoint.BYTES_STAGED, FaultPoint.UPLOAD_WRITTEN, FaultPoint.UPLOAD_KEPT);

    public Plan {
        if (scenes.isEmpty() || points.isEmpty() || faults.isEmpty() || most < 1 || lanes < 1) {
            throw new IllegalArgumentException("a plan of nothing");
        }
        scenes = inOrder(scenes);
        points = inOrder(points);
        faults = inOrder(faults);
    }

    /** Everything. */
    public static Plan whole(long seed) {
        return new Plan(
                seed,
                EnumSet.allOf(Scene.class),
                EnumSet.allOf(FaultPoint.class),
                EnumSet.allOf(Injection.class),
                1,
                true,
                4);
    }

    private static <E extends Enum<E>> Set<E> inOrder(Set<E> those) {
        return Collections.unmodifiableSet(EnumSet.copyOf(those));
    }

    /** Points of the plan that none of its scenes passes. */
    Set<FaultPoint> unreached(List<Rehearsal> rehearsals) {
        Set<FaultPoint> unreached = EnumSet.copyOf(points);
        rehearsals.forEach(rehearsal -> unreached.removeAll(rehearsal.passes().keySet()));
        return unreached;
    }

    /**
     * In the first scene that passes a point every fault is tried at it, in the others one, a different one in each. What takes in and what
     * asks is tried with every fault wherever it is another way or another question.
     *
     * @param possible what can be made to happen on this machine
     */
    List<Trial> trials(List<Rehearsal> rehearsals, Set<Injection> possible) {
        Set<FaultPoint> met = EnumSet.noneOf(FaultPoint.class);
        List<Trial> trials = new ArrayList<>();
        for (Rehearsal rehearsal : rehearsals) {
            for (FaultPoint point : points) {
                if (rehearsal.passes(point) > 0) {
                    boolean first = met.add(point);
                    trials.addAll(at(point, rehearsal, first, possible));
                }
            }
        }
        return trials;
    }

    private List<Trial> at(FaultPoint point, Rehearsal rehearsal, boolean first, Set<Injection> possible) {
        Scene scene = rehearsal.scene();
        List<Injection> apt = possible.stream()
                .filter(faults::contains)
                .filter(fault -> fault.remote().isEmpty() || isAsked(point, rehearsal))
                .sorted()
                .toList();
        boolean whole = first || (scene == Scene.DROP && TAKING_IN.contains(point));
        List<Trial> trials = new ArrayList<>();
        for (Injection fault : apt) {
            if (whole || fault.remote().isPresent()) {
                for (int round = 0; round < rounds(fault, point, rehearsal.passes(point)); round++) {
                    trials.add(new Trial(seed + round, scene, point, rehearsal.passes(point), fault));
                }
            }
        }
        List<Injection> others =
                apt.stream().filter(fault -> fault.remote().isEmpty()).toList();
        if (!whole && !others.isEmpty()) {
            long chosen = seed + List.of(Scene.values()).indexOf(scene);
            Injection fault = others.get(
                    (int) Math.floorMod(chosen + List.of(FaultPoint.values()).indexOf(point), (long) others.size()));
            trials.add(new Trial(chosen, scene, point, rehearsal.passes(point), fault));
        }
        return trials;
    }

    /** Each pass of these is at another system. */
    private int rounds(Injection fault, FaultPoint point, int passes) {
        if (isSingle()) {
            return 1;
        }
        boolean other = fault.remote().isPresent() || TAKEN.contains(point);
        return other && everySystem ? most * passes : Math.min(most, passes);
    }

    /** One trial, as that of a seed that failed. */
    private boolean isSingle() {
        return scenes.size() == 1 && points.size() == 1 && faults.size() == 1;
    }

    private static boolean isAsked(FaultPoint point, Rehearsal rehearsal) {
        return ASKING.contains(point) && ASKING_SCENES.contains(rehearsal.scene()) && rehearsal.asksEachOnce(point);
    }
}
