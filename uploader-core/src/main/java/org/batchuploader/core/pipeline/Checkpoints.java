package org.batchuploader.core.pipeline;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Transactions;

/** Transactions that only take effect while the worker still holds its task. */
final class Checkpoints {
    private final Transactions transactions;
    private final TaskQueue tasks;

    Checkpoints(Transactions transactions, TaskQueue tasks) {
        this.transactions = transactions;
        this.tasks = tasks;
    }

    /** @throws LeaseLost and changes nothing when the claim is void */
    <T> T call(Claim claim, Supplier<T> work) {
        return transactions.call(() -> {
            if (!tasks.holds(claim)) {
                throw new LeaseLost(claim);
            }
            return work.get();
        });
    }

    void run(Claim claim, Runnable work) {
        call(claim, () -> {
            work.run();
            return true;
        });
    }

    /** As {@link #run}, and the task is done with it. */
    void complete(Claim claim, Runnable work) {
        completeIf(claim, () -> {
            work.run();
            return true;
        });
    }

    /** The task is done with it when the work says so. */
    boolean completeIf(Claim claim, BooleanSupplier work) {
        return transactions.call(() -> {
            boolean done = work.getAsBoolean();
            if (done && !tasks.complete(claim)) {
                throw new LeaseLost(claim);
            }
            return done;
        });
    }
}
