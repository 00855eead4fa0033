package org.batchuploader.core.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands before one step's remote system: a breaker, which leaves a system alone that fails, and a bulkhead, which
 * keeps one that hangs from having all workers. Nobody waits here; who may not go in is told when to come again. Only
 * {@link RemoteUnavailable} is a failure: a system that refuses is well. Each process has its own. Thread-safe.
 */
public final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    /** For each one turned away since the last one went in, those who come are told to wait for so much longer. */
    private static final Duration STEP_ASIDE = Duration.ofMillis(250);

    private static final int CROWD = 120;

    /** As a breaker's: everybody may go in, nobody, or one to see whether the system is well. */
    public enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    /**
     * How it stands.
     *
     * @param failures in a row
     * @param inside workers in the system now
     * @param until while the breaker is open, when the next one may try
     * @param trouble the last failure, until the system was well again
     */
    public record Status(
            Step step, State state, int failures, int inside, @Nullable Instant until, @Nullable String trouble) {}

    private final Step step;
    private final GateRules rules;
    private final Backoff pauses;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final ReentrantLock lock = new ReentrantLock();
    private State state = State.CLOSED;
    private int failures;
    private int opened;
    private int inside;
    private int crowd;
    private boolean probing;
    private Instant until = Instant.MIN;
    private @Nullable String trouble;

    Gate(Step step, GateRules rules, InstantSource clock, RandomGenerator random) {
        this.step = step;
        this.rules = rules;
        this.pauses = new Backoff(rules.first(), rules.longest(), Integer.MAX_VALUE);
        this.clock = clock;
        this.random = random;
    }

    /** Room for one inside, until closed. Of one thread. */
    final class Place implements AutoCloseable {
        private final boolean probe;
        private boolean left;

        private Place(boolean probe) {
            this.probe = probe;
        }

        boolean isBefore(Step other) {
            return step == other;
        }

        /** Calls the system, and leaves. */
        <T> T call(Supplier<T> call) {
            try (this) {
                T answer = call.get();
                locked(() -> well(probe));
                return answer;
            } catch (RemoteUnavailable e) {
                locked(() -> failed(probe, e));
                throw e;
            } catch (RemoteRefused e) {
                locked(() -> well(probe));
                throw e;
            }
        }

        @Override
        public void close() {
            if (!left) {
                left = true;
                locked(() -> leave(probe));
            }
        }
    }

    /** @throws NotNow when nobody may go in */
    Place enter() {
        return new Place(locked(this::admit));
    }

    Status status() {
        return locked(() -> new Status(step, now(), failures, inside, state == State.OPEN ? until : null, trouble));
    }

    private State now() {
        return state == State.OPEN && !clock.instant().isBefore(until) ? State.HALF_OPEN : state;
    }

    private void refuseOrPass() {
        if (state == State.OPEN && (probing || now() == State.OPEN)) {
            Duration left = Duration.between(clock.instant(), until);
            Duration least = left.isNegative() ? Duration.ZERO : left;
            throw new NotNow(
                    "waits until " + step.name() + " is well: " + trouble,
                    least.plus(pauses.after(Math.max(1, opened), random)));
        }
        if (inside >= rules.inside()) {
            crowd = Math.min(crowd + 1, CROWD);
            Duration longest = STEP_ASIDE.multipliedBy(crowd + 1L);
            throw new NotNow(
                    "waits until " + step.name() + " has room: " + inside + " inside",
                    new Backoff(longest, longest, 1).after(1, random));
        }
    }

    private boolean admit() {
        refuseOrPass();
        crowd = 0;
        inside++;
        probing = state == State.OPEN;
        return probing;
    }

    private boolean well(boolean probe) {
        if (state == State.CLOSED || probe) {
            if (probe) {
                LOG.atInfo().addKeyValue("step", step).log("its system is well again");
            }
            state = State.CLOSED;
            failures = 0;
            opened = 0;
            trouble = null;
        }
        return true;
    }

    private boolean failed(boolean probe, RemoteUnavailable e) {
        failures++;
        trouble = e.system() + " does not answer (" + e.getMessage() + ")";
        if (probe || (state == State.CLOSED && failures >= rules.failures())) {
            opened++;
            Duration pause = pauses.after(opened, random);
            state = State.OPEN;
            until = clock.instant().plus(pause);
            LOG.atWarn()
                    .addKeyValue("step", step)
                    .addKeyValue("failures", failures)
                    .addKeyValue("pause", pause)
                    .log("its system is left alone for a while: " + trouble);
        }
        return true;
    }

    private boolean leave(boolean probe) {
        inside--;
        probing = probing && !probe;
        return true;
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
