package org.batchuploader.testkit.faults;

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

    /** What to give to the run to do it again. */
    String replay() {
        return "--seed " + seed + " --point " + point + " --fault " + fault;
    }
}
