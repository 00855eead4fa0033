package org.batchuploader.rabbitmq;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskOutbox;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Transactions;

/**
 * A queue whose rows are in a database and whose nodes hear of tasks from a broker. Order, turns, leases, fences and dead
 * letters are those of the rows, because what decides them has to be in the transaction of what the worker writes. The
 * broker decides who looks at the rows and when: word of a task goes to one node that has room, and to another when that
 * one dies before it has claimed and finished something. Without the broker nothing stops: tasks are queued as before and
 * found by looking.
 */
public final class RabbitTasks implements TaskQueue, AutoCloseable {
    private final TaskQueue rows;
    private final Transactions transactions;
    private final TaskOutbox outbox;
    private final Unsettled<Session.Message> unsettled = new Unsettled<>(System::nanoTime);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Courier courier;
    private final AutoCloseable queuedHere;

    private RabbitTasks(
            TaskQueue rows, Transactions transactions, TaskOutbox outbox, BrokerSettings settings, Session first) {
        this.rows = rows;
        this.transactions = transactions;
        this.outbox = outbox;
        courier = new Courier(settings, first, outbox, unsettled, message -> receive(message));
        queuedHere = rows.onReady(courier::wake);
        courier.start();
    }

    /**
     * Connects and makes the queue where the broker has none.
     *
     * @param rows the queue itself, which writes to the outbox
     * @throws BrokerUnavailable when the broker is not there or does not let us in
     */
    public static RabbitTasks open(
            TaskQueue rows, Transactions transactions, TaskOutbox outbox, BrokerSettings settings) {
        return new RabbitTasks(rows, transactions, outbox, settings, Session.open(settings));
    }

    @Override
    public void enqueue(List<NewTask> tasks) {
        rows.enqueue(tasks);
    }

    @Override
    public List<Claim> claim(int max, Duration lease) {
        long mark = unsettled.mark();
        List<Claim> claims = rows.claim(max, lease);
        transactions.afterCommit(() -> acknowledge(unsettled.claimed(claims, lease, mark, claims.size() < max)));
        return claims;
    }

    @Override
    public List<Claim> extend(List<Claim> claims, Duration lease) {
        List<Claim> extended = rows.extend(claims, lease);
        unsettled.extended(extended, lease);
        return extended;
    }

    @Override
    public boolean holds(Claim claim) {
        return rows.holds(claim);
    }

    @Override
    public List<Claim> complete(List<Claim> claims) {
        List<Claim> completed = rows.complete(claims);
        end(claims);
        return completed;
    }

    @Override
    public boolean retryLater(Claim claim, Duration pause, String reason) {
        boolean held = rows.retryLater(claim, pause, reason);
        end(List.of(claim));
        return held;
    }

    @Override
    public boolean release(Claim claim) {
        boolean held = rows.release(claim);
        end(List.of(claim));
        return held;
    }

    @Override
    public boolean giveUp(Claim claim, String reason) {
        boolean held = rows.giveUp(claim, reason);
        end(List.of(claim));
        return held;
    }

    @Override
    public Depth depth() {
        return rows.depth();
    }

    @Override
    public long position(String orderKey) {
        return rows.position(orderKey);
    }

    @Override
    public long waiting() {
        return rows.waiting();
    }

    @Override
    public List<DeadTask> dead(int limit) {
        return rows.dead(limit);
    }

    @Override
    public Optional<DeadTask> dead(TaskId task) {
        return rows.dead(task);
    }

    @Override
    public boolean redrive(TaskId task) {
        return rows.redrive(task);
    }

    @Override
    public boolean drop(TaskId task) {
        return rows.drop(task);
    }

    /** A process takes messages while somebody listens; one that only queues never does. */
    @Override
    public AutoCloseable onReady(Runnable wake) {
        AutoCloseable ofRows = rows.onReady(wake);
        listeners.add(wake);
        courier.receive(true);
        return () -> {
            listeners.remove(wake);
            courier.receive(!listeners.isEmpty());
            ofRows.close();
        };
    }

    /** What was not acknowledged goes to other nodes. */
    @Override
    public void close() {
        try {
            queuedHere.close();
        } catch (Exception e) {
            throw new IllegalStateException("stopping " + rows, e);
        } finally {
            courier.close();
        }
    }

    private void receive(Session.Message message) {
        outbox.heard(message.orderKey());
        acknowledge(unsettled.came(message.task(), message));
        listeners.forEach(Runnable::run);
    }

    private void end(List<Claim> claims) {
        transactions.afterCommit(() -> acknowledge(unsettled.ended(claims)));
    }

    private static void acknowledge(List<Session.Message> messages) {
        messages.forEach(Session.Message::acknowledge);
    }
}
