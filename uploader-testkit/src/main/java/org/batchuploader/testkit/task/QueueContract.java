package org.batchuploader.testkit.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Work;
import org.batchuploader.testkit.store.Stores;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of the queue begin with. */
public abstract class QueueContract {
    static final Duration LEASE = Duration.ofMinutes(1);
    static final Duration SHORT_LEASE = Duration.ofSeconds(1);

    private final Ids ids = new Ids(new Random(1));
    private Stores stores = none();

    /** Stores over one empty database. */
    protected abstract Stores emptyStores();

    /** Lets time pass for the queue: moves its clock on, or dates what it keeps back by as much. */
    protected abstract void pass(Duration time);

    /** As {@link #pass} inside a transaction of the calling thread that locks a task; a second or so. */
    protected void passWithin(Duration time) {
        pass(time);
    }

    @BeforeEach
    final void begin() {
        stores = emptyStores();
    }

    final Stores stores() {
        return stores;
    }

    final TaskQueue tasks() {
        return stores.tasks();
    }

    final Ids ids() {
        return ids;
    }

    final void enqueue(String owner, String... orderKeys) {
        for (String orderKey : orderKeys) {
            tasks().enqueue(new NewTask(new Work.PublishDataset(ids.dataset()), owner, orderKey));
        }
    }

    final Claim claim() {
        List<Claim> claims = tasks().claim(1, LEASE);
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    @SuppressWarnings("NullAway") // set before each test
    private static Stores none() {
        return null;
    }
}
