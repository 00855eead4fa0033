package org.batchuploader.testkit.faults;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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

    /** A point belongs to the first scene that passes it. */
    List<Trial> trials(List<Rehearsal> rehearsals, boolean smallDisk) {
        List<Trial> trials = new ArrayList<>();
        Set<FaultPoint> known = EnumSet.noneOf(FaultPoint.class);
        for (Rehearsal rehearsal : rehearsals) {
            rehearsal.passes().forEach((point, passes) -> {
                if (known.add(point) && points.contains(point)) {
                    faults.stream()
                            .filter(fault -> fault.remote().isEmpty() || ASKING.contains(point))
                            .filter(fault -> fault != Injection.FULL_DISK || smallDisk)
                            .forEach(fault -> add(trials, rehearsal.scene(), point, passes, fault));
                }
            });
        }
        return trials;
    }

    private void add(List<Trial> trials, Scene scene, FaultPoint point, int passes, Injection fault) {
        for (int i = 0; i < Math.min(passes, most); i++) {
            trials.add(new Trial(seed + i, scene, point, passes, fault));
        }
    }
}
