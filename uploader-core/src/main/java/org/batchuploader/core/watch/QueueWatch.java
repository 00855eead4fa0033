package org.batchuploader.core.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.batchuploader.core.task.Overview;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Turns;
import org.batchuploader.core.task.Work;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the queue for all who ask. Counting it takes the longer the more waits, so that one look serves for five
 * seconds, and for ten times as long as it took: whoever asks how often, looking never takes more than a tenth of the
 * time. Thread-safe; nobody waits for another's look.
 */
public final class QueueWatch {
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(5);
    private static final int PAUSE_FOR_EACH_LOOK = 10;

    /**
     * The queue as it was seen.
     *
     * @param took how long looking took
     * @param perSecond tasks that came to their end in all processes, of late; absent where nothing was seen to
     */
    public record Seen(Instant at, Duration took, Overview queue, @Nullable Double perSecond) {
        private Instant stale() {
            Duration pause = took.multipliedBy(PAUSE_FOR_EACH_LOOK);
            return at.plus(pause.compareTo(LEAST_PAUSE) > 0 ? pause : LEAST_PAUSE);
        }

        /** How long so many tasks will take, should all go on as of late; absent where nobody can tell. */
        private @Nullable Duration time(long tasks) {
            return perSecond == null ? null : Duration.ofMillis(Math.round(tasks / perSecond * 1000));
        }
    }

    /**
     * Where a waiting task stands.
     *
     * @param before tasks of all owners that are about to be claimed before it
     * @param delay until it is claimed, about; absent where nobody can tell
     */
    public record Place(Work work, long before, @Nullable Duration delay) {}

    private final ReentrantLock looking = new ReentrantLock();
    private final Throughput throughput = new Throughput();
    private final InstantSource clock;
    private final TaskQueue tasks;
    private volatile @Nullable Seen seen;

    public QueueWatch(InstantSource clock, TaskQueue tasks) {
        this.clock = clock;
        this.tasks = tasks;
    }

    public Seen look() {
        Seen last = seen;
        if (last != null && clock.instant().isBefore(last.stale())) {
            return last;
        }
        // A transaction may be open here, which whoever looks now may have to wait for.
        if (!looking.tryLock()) {
            return last == null ? count() : last;
        }
        try {
            Seen now = count();
            throughput.saw(now.at(), now.queue());
            Seen known = new Seen(now.at(), now.took(), now.queue(), throughput.perSecond());
            seen = known;
            return known;
        } finally {
            looking.unlock();
        }
    }

    /** Where the first of an owner's waiting tasks stand, in the order in which they will be claimed. */
    public List<Place> places(String owner, int limit) {
        Seen known = look();
        List<TaskQueue.WaitingTask> waiting = tasks.waiting(owner, limit);
        return IntStream.range(0, waiting.size())
                .mapToObj(own -> {
                    long before = own + Turns.before(known.queue(), owner, own);
                    return new Place(waiting.get(own).work(), before, known.time(before));
                })
                .toList();
    }

    /**
     * How many tasks are about to be claimed before one that an owner queues now.
     *
     * @param counted of the owner's own; absent where it has that many
     */
    public OptionalLong ahead(String owner, int counted) {
        int own = tasks.waiting(owner, counted).size();
        return own == counted ? OptionalLong.empty() : OptionalLong.of(own + Turns.before(look().queue(), owner, own));
    }

    private Seen count() {
        long begun = System.nanoTime();
        Overview queue = tasks.overview();
        return new Seen(clock.instant(), Duration.ofNanos(System.nanoTime() - begun), queue, null);
    }
}
