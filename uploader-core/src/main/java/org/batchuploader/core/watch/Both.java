package org.batchuploader.core.watch;

import org.batchuploader.core.task.Claim;

/** Two meters that are told the same. */
record Both(Meter first, Meter second) implements Meter {
    @Override
    public Timing task(Claim claim) {
        return nested(first.task(claim), second.task(claim));
    }

    @Override
    public Timing stage(Stage stage) {
        return nested(first.stage(stage), second.stage(stage));
    }

    @Override
    public void received(long bytes) {
        first.received(bytes);
        second.received(bytes);
    }

    private static Timing nested(Timing outer, Timing inner) {
        return ending -> {
            inner.ended(ending);
            outer.ended(ending);
        };
    }
}
