package org.batchuploader.testkit.faults;

import java.util.Optional;
import org.batchuploader.testkit.fake.Fault;
import org.jspecify.annotations.Nullable;

/** What goes wrong at a point. */
public enum Injection {
    /** SIGKILL to the process that is at the point. */
    KILL(null),
    /** SIGSTOP to it, and SIGCONT when its lease has long run out and another process went on. */
    STOP(null),
    /** Something unexpected is thrown there. */
    ERROR(null),
    /** No byte can be written to the data folder for a while. */
    FULL_DISK(null),
    /** PostgreSQL is killed and started again. */
    DATABASE_RESTART(null),
    /** {@code pg_terminate_backend} of all sessions. */
    SESSIONS_ENDED(null),
    /** All sessions are ended, and no new one is to be had for a while. */
    NO_CONNECTIONS(null),
    /** Somebody else's transaction holds rows of uploads for a while, idle. */
    IDLE_IN_TRANSACTION(null),
    /** The database is read-only for a while. */
    READ_ONLY(null),
    /** RabbitMQ is killed and started again; meanwhile all goes on without it. */
    BROKER_RESTART(null),
    /** All lines to RabbitMQ are cut, and cut again for a while. */
    BROKER_CUT(null),
    REMOTE_DOWN(Fault.DOWN),
    REMOTE_BROKEN(Fault.BROKEN),
    REMOTE_HANG(Fault.HANG),
    REMOTE_DRIP(Fault.DRIP),
    REMOTE_RESET(Fault.RESET),
    REMOTE_ANSWER_LOST(Fault.LOSE_ANSWER);

    private final @Nullable Fault remote;

    Injection(@Nullable Fault remote) {
        this.remote = remote;
    }

    /** How the remote system that is asked next misbehaves, once. */
    Optional<Fault> remote() {
        return Optional.ofNullable(remote);
    }

    /** Whether it is about the broker, so that there has to be one. */
    boolean isBrokers() {
        return this == BROKER_RESTART || this == BROKER_CUT;
    }
}
