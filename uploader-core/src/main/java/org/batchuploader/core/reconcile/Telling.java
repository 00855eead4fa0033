package org.batchuploader.core.reconcile;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells drifts as they are found, mends those that may be mended when it is told to, and counts. */
final class Telling {
    private final boolean fix;
    private final Consumer<Drift> told;
    private int layers;
    private int busy;
    private int drifts;
    private int queued;

    Telling(boolean fix, Consumer<Drift> told) {
        this.fix = fix;
        this.told = told;
    }

    void compared() {
        layers++;
    }

    void busy() {
        busy++;
    }

    boolean fixes() {
        return fix;
    }

    void left(Drift.Kind kind, String system, String layer, @Nullable String owner, String sentence, String remedy) {
        tell(new Drift(kind, system, layer, owner, sentence, remedy, Drift.Verdict.LEFT));
    }

    /** @param mending false when what was seen is not there any more; then there is no drift to tell */
    void mendable(Drift drift, BooleanSupplier mending) {
        if (!fix) {
            tell(drift);
        } else if (mending.getAsBoolean()) {
            tell(new Drift(
                    drift.kind(),
                    drift.system(),
                    drift.layer(),
                    drift.owner(),
                    drift.sentence(),
                    drift.remedy(),
                    Drift.Verdict.QUEUED));
        }
    }

    private void tell(Drift drift) {
        drifts++;
        queued += drift.verdict() == Drift.Verdict.QUEUED ? 1 : 0;
        told.accept(drift);
    }

    Summary summary() {
        return new Summary(layers, busy, drifts, queued);
    }
}
