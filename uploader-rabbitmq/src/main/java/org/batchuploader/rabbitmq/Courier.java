package org.batchuploader.rabbitmq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.batchuploader.core.task.TaskOutbox;
import org.batchuploader.core.task.TaskOutbox.Word;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that talks to the broker: it sends what is in the outbox, its own process's at once and what dead ones
 * left behind within seconds, and connects again when the connection is lost, after pauses that grow to five seconds.
 */
final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int AT_ONCE = 200;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration GO_BACK_EVERY = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final BrokerSettings settings;
    private final TaskOutbox outbox;
    private final Consumer<Session.Message> receiver;
    private final Unsettled<Session.Message> unsettled;
    private final Semaphore signal = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "uploader-broker");
    private volatile boolean stopping;
    private volatile boolean receiving;
    private volatile @Nullable Session session;
    private long from;
    private long wentBack = System.nanoTime();
    private boolean unreadable;

    /** @param first a connection that is open already */
    Courier(
            BrokerSettings settings,
            Session first,
            TaskOutbox outbox,
            Unsettled<Session.Message> unsettled,
            Consumer<Session.Message> receiver) {
        this.settings = settings;
        this.outbox = outbox;
        this.unsettled = unsettled;
        this.receiver = receiver;
        this.session = first;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** There is something to send. */
    void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    boolean isConnected() {
        Session current = session;
        return current != null && current.isOpen();
    }

    /** Whether this process works, and not only queues. */
    void receive(boolean wanted) {
        receiving = wanted;
        wake();
    }

    @Override
    public void close() {
        stopping = true;
        signal.release();
        try {
            thread.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Session last = session;
        if (last != null) {
            last.close();
        }
    }

    private void run() {
        int failures = 0;
        while (!stopping) {
            Session current = session;
            if (current == null) {
                current = connect(failures);
            }
            if (current != null) {
                failures = 0;
                serve(current);
                lose(current);
            }
            if (!stopping) {
                pause(failures++);
            }
        }
    }

    private @Nullable Session connect(int failures) {
        try {
            Session opened = Session.open(settings);
            unsettled.begin();
            from = 0;
            session = opened;
            LOG.atInfo().addKeyValue("broker", settings.address()).log("connected to the broker again");
            return opened;
        } catch (BrokerUnavailable e) {
            if (failures == 1) {
                LOG.atWarn()
                        .addKeyValue("broker", settings.address())
                        .addKeyValue("reason", e.getMessage())
                        .log("the broker cannot be reached; tasks are queued and found by looking until it is back");
            }
            return null;
        }
    }

    private void serve(Session current) {
        try {
            while (!stopping && current.isOpen()) {
                current.receive(receiving, receiver);
                if (!receiving) {
                    unsettled.idle().forEach(Session.Message::handBack);
                }
                if (current.isBlocked() || !sendQuietly(current)) {
                    signal.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
            if (!stopping) {
                report(current.closeReason());
            }
        } catch (IOException | UncheckedIOException e) {
            Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
            report(BrokerUnavailable.reason(cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        } catch (RuntimeException e) {
            report(BrokerUnavailable.reason(e));
        }
    }

    /** Trouble with the database is none of the broker's: the connection stays. */
    private boolean sendQuietly(Session current) {
        try {
            boolean more = sendSome(current);
            unreadable = false;
            return more;
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            if (!unreadable) {
                LOG.atWarn()
                        .addKeyValue("reason", e.getMessage())
                        .log("word of tasks cannot be read from the database");
            }
            unreadable = true;
            return false;
        }
    }

    /** @return whether there may be more */
    private boolean sendSome(Session current) {
        if (System.nanoTime() - wentBack > GO_BACK_EVERY.toNanos()) {
            from = 0;
            wentBack = System.nanoTime();
        }
        List<Word> sent = outbox.send(from, AT_ONCE, words -> {
            try {
                current.send(words);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        sent.forEach(word -> from = Math.max(from, word.place() + 1));
        return sent.size() == AT_ONCE;
    }

    private void lose(Session lost) {
        session = null;
        lost.close();
    }

    private void report(String reason) {
        LOG.atWarn()
                .addKeyValue("broker", settings.address())
                .addKeyValue("reason", reason)
                .log("the connection to the broker is lost; word of tasks waits in the database");
    }

    private void pause(int failures) {
        long longest = Math.min(LONGEST_PAUSE.toMillis(), 250L << Math.min(failures, 6));
        try {
            long until = System.nanoTime()
                    + TimeUnit.MILLISECONDS.toNanos(
                            longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2));
            while (!stopping && System.nanoTime() < until) {
                signal.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
