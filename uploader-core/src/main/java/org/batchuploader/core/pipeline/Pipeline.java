package org.batchuploader.core.pipeline;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.batchuploader.core.fault.FaultPoint;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Transactions;
import org.batchuploader.core.task.Work;
import org.batchuploader.core.watch.Ending;
import org.batchuploader.core.watch.Meter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Does one claimed task, and decides what becomes of it when that goes wrong. */
final class Pipeline {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    /** So often our own mistakes are tried again before the owner is told. */
    private static final int ATTEMPTS_AT_OUR_MISTAKES = 4;

    private final OpenUpload open;
    private final PublishDataset publish;
    private final RemoveLayer remove;
    private final DeliverNotice deliver;
    private final Transactions transactions;
    private final TaskQueue tasks;
    private final Backoff backoff;
    private final RandomGenerator random;
    private final Meter meter;

    Pipeline(
            OpenUpload open,
            PublishDataset publish,
            RemoveLayer remove,
            DeliverNotice deliver,
            Transactions transactions,
            TaskQueue tasks,
            Backoff backoff,
            RandomGenerator random,
            Meter meter) {
        this.open = open;
        this.publish = publish;
        this.remove = remove;
        this.deliver = deliver;
        this.transactions = transactions;
        this.tasks = tasks;
        this.backoff = backoff;
        this.random = random;
        this.meter = meter;
    }

    /** Does the task; whatever happens, it ends completed, put back, given up, or left to its lease. */
    void work(Claim claim) {
        Meter.Timing timing = meter.task(claim);
        Ending ending = Ending.FAILED;
        try {
            ending = tryOnce(claim);
        } finally {
            timing.ended(ending);
        }
    }

    private Ending tryOnce(Claim claim) {
        try {
            run(claim);
            return Ending.DONE;
        } catch (LeaseLost e) {
            log(claim).log(e.getMessage());
            return Ending.LOST;
        } catch (NotNow e) {
            postpone(claim, e);
            return Ending.POSTPONED;
        } catch (RemoteUnavailable e) {
            log(claim).setCause(e).log("remote trouble");
            return again(claim, backoff.attempts(), ProblemCode.REMOTE_UNAVAILABLE, e.system() + " does not answer", e);
        } catch (RemoteRefused e) {
            log(claim).setCause(e).log("refused");
            return again(claim, 0, ProblemCode.REMOTE_REFUSED, e.system() + " refused: " + e.getMessage(), e);
        } catch (IOException | RuntimeException | Error e) {
            log(claim).setCause(e).log("failed");
            String sentence = "Something went wrong inside the uploader (" + claim.task() + ").";
            return again(claim, ATTEMPTS_AT_OUR_MISTAKES, ProblemCode.INTERNAL_ERROR, sentence, e);
        }
    }

    private void run(Claim claim) throws IOException {
        FaultPoint.TASK_CLAIMED.pass();
        Work work = claim.work();
        if (work instanceof Work.OpenUpload w) {
            open.run(claim, w.upload());
        } else if (work instanceof Work.PublishDataset w) {
            publish.run(claim, w.dataset());
        } else if (work instanceof Work.RemoveLayer w) {
            remove.run(claim, w.layer());
        } else if (work instanceof Work.DeliverNotice w) {
            deliver.run(claim, w.notice());
        }
        FaultPoint.TASK_DONE.pass();
    }

    /** Without a row of history: while a system is away, a task asks often. */
    private void postpone(Claim claim, NotNow e) {
        try {
            tasks.postpone(claim, e.pause(), e.reason());
        } catch (RuntimeException failure) {
            log(claim).setCause(failure).log("could not be postponed; its lease will run out");
        }
    }

    private Ending again(Claim claim, int attempts, ProblemCode code, String sentence, Throwable cause) {
        try {
            return transactions.call(() -> {
                if (!tasks.holds(claim)) {
                    return Ending.LOST;
                }
                if (claim.attempt() >= attempts) {
                    giveUp(claim, code, sentence, cause);
                    return Ending.GIVEN_UP;
                }
                Duration pause = backoff.after(claim.attempt(), random);
                String reason = sentence + "; trying again in " + Math.max(1, pause.toSeconds()) + " s";
                if (claim.work() instanceof Work.PublishDataset w) {
                    publish.waitFor(w.dataset(), reason);
                }
                tasks.retryLater(claim, pause, reason);
                FaultPoint.TASK_PUT_BACK_WRITTEN.pass();
                return Ending.RETRIED;
            });
        } catch (RuntimeException e) {
            log(claim).setCause(e).log("could not be put back; its lease will run out");
            return Ending.LOST;
        }
    }

    private void giveUp(Claim claim, ProblemCode code, String sentence, Throwable cause) {
        Problem problem = Problem.of(code, sentence);
        String trace = trace(cause);
        if (claim.work() instanceof Work.OpenUpload w) {
            open.fail(w.upload(), problem, trace);
            tasks.complete(claim);
        } else if (claim.work() instanceof Work.PublishDataset w) {
            publish.fail(w.dataset(), problem, trace);
            tasks.complete(claim);
        } else {
            tasks.giveUp(claim, sentence);
        }
    }

    private static LoggingEventBuilder log(Claim claim) {
        return LOG.atError()
                .addKeyValue("task", claim.task())
                .addKeyValue("work", claim.work())
                .addKeyValue("owner", claim.owner())
                .addKeyValue("attempt", claim.attempt());
    }

    private static String trace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
