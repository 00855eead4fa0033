package org.batchuploader.testkit.faults;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.batchuploader.testkit.fake.FakeSystem;

/** Makes a trial's fault happen to the process that is held at its point, and lets it go on. */
final class Trouble {
    /** How long what lasts lasts. */
    private static final long LASTS_MILLIS = 2000;

    private static final long CUT_MILLIS = 250;

    private final House house;
    private final Trial trial;
    private final List<List<String>> asked;
    private BooleanSupplier met = () -> true;

    /** @param asked what an undisturbed scene asks of each of the systems */
    Trouble(House house, Trial trial, List<List<String>> asked) {
        this.house = house;
        this.trial = trial;
        this.asked = asked;
    }

    void befall(ProcessHandle process) throws Exception {
        switch (trial.fault()) {
            case KILL -> house.kill(process);
            case STOP -> frozen(process);
            case ERROR -> throw new IllegalArgumentException("is thrown by the process itself");
            case FULL_DISK -> during(house.disk().filled());
            case DATABASE_RESTART -> {
                house.database().restart();
                release();
            }
            case SESSIONS_ENDED -> {
                house.database().endSessions();
                release();
            }
            case NO_CONNECTIONS -> {
                house.database().refuseConnections(true);
                house.database().endSessions();
                during(() -> house.database().refuseConnections(false));
            }
            case IDLE_IN_TRANSACTION -> during(house.database().idleInTransaction());
            case READ_ONLY -> {
                house.database().readOnly(true);
                house.database().endSessions();
                during(() -> {
                    house.database().readOnly(false);
                    house.database().endSessions();
                });
            }
            case BROKER_RESTART -> {
                house.broker().kill();
                release();
                house.broker().startAgain();
            }
            case BROKER_CUT -> {
                release();
                cutAgainAndAgain();
            }
            case REMOTE_DOWN, REMOTE_BROKEN, REMOTE_HANG, REMOTE_DRIP, REMOTE_RESET, REMOTE_ANSWER_LOST -> {
                misbehave();
                release();
            }
        }
    }

    private void frozen(ProcessHandle process) throws IOException, InterruptedException {
        signal("STOP", process);
        release();
        TimeUnit.MILLISECONDS.sleep(2 * House.LEASE_MILLIS);
        signal("CONT", process);
        // What it does under its old claim, after the other one has ended all work, is judged as well.
        TimeUnit.MILLISECONDS.sleep(LASTS_MILLIS);
    }

    private void cutAgainAndAgain() throws IOException, InterruptedException {
        for (long time = 0; time < LASTS_MILLIS; time += CUT_MILLIS) {
            house.line().cut();
            TimeUnit.MILLISECONDS.sleep(CUT_MILLIS);
        }
    }

    private void during(AutoCloseable trouble) throws Exception {
        release();
        TimeUnit.MILLISECONDS.sleep(LASTS_MILLIS);
        trouble.close();
    }

    /** Steps are taken in the order of the systems, removals in the other. */
    private void misbehave() {
        boolean removal = trial.point().name().startsWith("REMOVAL");
        int system = removal ? trial.passes() - trial.pass() : trial.pass() - 1;
        FakeSystem fake = house.fakes().all().get(system);
        String operation = trial.call(asked.get(system));
        int before = fake.calls().size();
        met = () -> fake.calls().stream().skip(before).anyMatch(operation::equals);
        trial.fault().remote().ifPresent(fault -> fake.faults().once(operation, fault));
    }

    /** Whether a remote system that was to misbehave was asked for what it misbehaves at. */
    boolean wasMet() {
        return met.getAsBoolean();
    }

    private void release() throws IOException {
        house.control().release(trial.point());
    }

    private static void signal(String signal, ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
