package org.batchuploader.testkit.faults;

import java.util.List;
import org.batchuploader.core.fault.FaultPoint;

/**
 * One fault at one point.
 *
 * @param seed chooses, of the passes of the point and of what is asked of the remote system, the one that is disturbed
 * @param passes how often an undisturbed scene passes the point
 */
record Trial(long seed, Scene scene, FaultPoint point, int passes, Injection fault) {
    /** From 1 on. Neighbouring seeds take neighbouring passes. */
    int pass() {
        return 1 + (int) Math.floorMod(seed, (long) passes);
    }

    /** Neighbouring faults and seeds of the same pass take neighbouring calls. */
    <T> T call(List<T> calls) {
        return calls.get(
                (int) Math.floorMod(seed / passes + List.of(Injection.values()).indexOf(fault), (long) calls.size()));
    }

    /** What to give to the run to do it again. */
    String replay() {
        return "--seed " + seed + " --scene " + scene + " --point " + point + " --fault " + fault;
    }
}
