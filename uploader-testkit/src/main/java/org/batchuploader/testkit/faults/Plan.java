package org.batchuploader.testkit.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.batchuploader.core.fault.FaultPoint;

/**
 * What of points and faults is tried.
 *
 * @param seed the first of the seeds
 * @param most passes of one point that are tried
 * @param lanes houses that are worked in at once
 */
public record Plan(long seed, Set<FaultPoint> points, Set<Injection> faults, int most, int lanes) {
    /** Before these a remote system is asked. */
    private static final Set<FaultPoint> ASKING = EnumSet.of(FaultPoint.STEP_DUE, FaultPoint.REMOVAL_DUE);

    /** Everything. */
    public static Plan whole(long seed, int lanes) {
        return new Plan(seed, EnumSet.allOf(FaultPoint.class), EnumSet.allOf(Injection.class), 3, lanes);
    }

    /** A single trial once more. */
    public static Plan again(long seed, FaultPoint point, Injection fault) {
        return new Plan(seed, EnumSet.of(point), EnumSet.of(fault), 1, 1);
    }

    /** A point belongs to the first scene that passes it. All faults come once at each point before any comes again at another pass. */
    List<Trial> trials(List<Rehearsal> rehearsals, boolean smallDisk) {
        Map<FaultPoint, Rehearsal> scenes = new EnumMap<>(FaultPoint.class);
        for (Rehearsal rehearsal : rehearsals) {
            rehearsal.passes().keySet().forEach(point -> scenes.putIfAbsent(point, rehearsal));
        }
        scenes.keySet().retainAll(points);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            for (Injection fault : faults) {
                for (Map.Entry<FaultPoint, Rehearsal> scene : scenes.entrySet()) {
                    FaultPoint point = scene.getKey();
                    int passes = scene.getValue().passes().getOrDefault(point, 0);
                    if (i < passes && isPossible(fault, point, smallDisk)) {
                        trials.add(new Trial(seed + i, scene.getValue().scene(), point, passes, fault));
                    }
                }
            }
        }
        return trials;
    }

    private static boolean isPossible(Injection fault, FaultPoint point, boolean smallDisk) {
        return fault.remote().isPresent() ? ASKING.contains(point) : fault != Injection.FULL_DISK || smallDisk;
    }
}
