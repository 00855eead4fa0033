package org.batchuploader.app.api;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.batchuploader.core.desk.OwnQueue;
import org.batchuploader.core.desk.RunningWork;
import org.batchuploader.core.pipeline.Gate;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.TaskQueue.DeadTask;
import org.batchuploader.core.watch.QueueWatch;
import org.jspecify.annotations.Nullable;

/**
 * The queue as its reader may see it.
 *
 * @param at when it was counted, at most some seconds ago
 * @param waiting the reader's own tasks
 * @param running the reader's own tasks
 * @param uploads the reader's own, first those that are worked on, then in the order in which they will be begun; the
 *     first hundred
 * @param all everybody's, for administrators; absent for others
 */
public record QueueJson(String at, long waiting, long running, List<Item> uploads, @Nullable All all) {
    private static final String UNKNOWN = "Nothing was seen to come to an end lately, by which it could be told.";

    /**
     * An upload in the queue.
     *
     * @param position tasks of all owners before its next one; absent when none of its own waits
     * @param waitSeconds until its next task is begun, about; absent when none waits or it cannot be told
     * @param waitUnknown why it cannot be told
     */
    public record Item(
            String id,
            String href,
            String title,
            String state,
            boolean running,
            @Nullable Long position,
            @Nullable Long waitSeconds,
            @Nullable String waitUnknown) {
        static Item of(OwnQueue.Item item) {
            Duration delay = item.delay();
            return new Item(
                    item.upload().id().value(),
                    UploadJson.href(item.upload().id().value()),
                    item.upload().title(),
                    item.upload().state().name(),
                    item.running(),
                    item.before(),
                    delay == null ? null : delay.toSeconds(),
                    delay == null && item.before() != null ? UNKNOWN : null);
        }
    }

    /**
     * Everybody's tasks.
     *
     * @param oldestSeconds how long the one that waits longest could have been worked on; absent when none could
     * @param endedPerMinute tasks that came to their end of late, in all processes; absent when none was seen to
     * @param tasks that are worked on, longest first; at most a hundred
     * @param process whose gates these are
     * @param gates of this process; each has its own
     * @param givenUp the newest
     */
    public record All(
            long waiting,
            long running,
            long dead,
            @Nullable Long oldestSeconds,
            @Nullable Double endedPerMinute,
            List<Task> tasks,
            String process,
            List<GateState> gates,
            List<GivenUp> givenUp) {
        public static All of(
                QueueWatch.Seen seen, List<RunningWork> running, List<Gate.Status> gates, List<DeadTask> dead) {
            TaskQueue.Depth depth = seen.queue().depth();
            Double perSecond = seen.perSecond();
            return new All(
                    depth.waiting(),
                    depth.claimed(),
                    depth.dead(),
                    seen.queue()
                            .oldest()
                            .map(oldest -> Math.max(
                                    0, Duration.between(oldest, seen.at()).toSeconds()))
                            .orElse(null),
                    perSecond == null ? null : Math.round(perSecond * 600) / 10.0,
                    running.stream().map(Task::of).toList(),
                    ManagementFactory.getRuntimeMXBean().getName(),
                    gates.stream().map(GateState::of).toList(),
                    dead.stream().map(GivenUp::of).toList());
        }
    }

    /** A task that is worked on; {@code seconds} since it was claimed, {@code stepSeconds} since its step began. */
    public record Task(
            String id,
            String owner,
            @Nullable String upload,
            @Nullable String title,
            String step,
            long stepSeconds,
            long seconds,
            int attempt,
            String process) {
        static Task of(RunningWork work) {
            var upload = work.upload();
            return new Task(
                    work.task().task().value(),
                    work.task().owner(),
                    upload == null ? null : upload.value(),
                    work.title(),
                    work.step(),
                    work.ofStep().toSeconds(),
                    work.ofTask().toSeconds(),
                    work.task().attempt(),
                    work.task().node());
        }
    }

    /** A gate before a step's system; {@code until} when the next may try, while it is open. */
    public record GateState(
            String step, String state, int failures, int inside, @Nullable String until, @Nullable String trouble) {
        static GateState of(Gate.Status gate) {
            return new GateState(
                    gate.step().name(),
                    gate.state().name(),
                    gate.failures(),
                    gate.inside(),
                    gate.until() == null ? null : gate.until().toString(),
                    gate.trouble());
        }
    }

    /** A task that was given up; {@code id} is what {@code dead show} takes. */
    public record GivenUp(String id, String owner, String work, int attempts, String at, String reason) {
        static GivenUp of(DeadTask dead) {
            return new GivenUp(
                    dead.task().value(),
                    dead.owner(),
                    dead.work().toString(),
                    dead.attempts(),
                    dead.diedAt().toString(),
                    dead.reason());
        }
    }

    public static QueueJson of(OwnQueue queue) {
        return new QueueJson(
                queue.at().toString(),
                queue.waiting(),
                queue.running(),
                queue.uploads().stream().map(Item::of).toList(),
                null);
    }

    /** As administrators see it. */
    public QueueJson with(All everybodys) {
        return new QueueJson(at, waiting, running, uploads, everybodys);
    }
}
