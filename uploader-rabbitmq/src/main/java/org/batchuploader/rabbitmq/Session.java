package org.batchuploader.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BlockedListener;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.TaskOutbox.Word;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, from its making to its loss: a channel to send with, for one thread, and one to receive with. When the
 * connection is lost it is not mended; another session begins, and the broker gives again what was not acknowledged.
 */
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final int HEARTBEAT_SECONDS = 10;
    private static final AMQP.BasicProperties.Builder PERSISTENT = new AMQP.BasicProperties.Builder()
            .deliveryMode(2)
            .contentType("text/plain")
            .contentEncoding("UTF-8");

    /** Word of a task, as it came. What cannot be settled because the connection is lost comes again. */
    record Message(Session session, long tag, TaskId task, String orderKey) {
        /** The broker may forget it. */
        void acknowledge() {
            session.settle(channel -> channel.basicAck(tag, false));
        }

        /** The broker is to give it to another. */
        void handBack() {
            session.settle(channel -> channel.basicNack(tag, false, true));
        }
    }

    private final BrokerSettings settings;
    private final Connection connection;
    private final Channel sending;
    private final Channel receiving;
    private final Set<String> returned = ConcurrentHashMap.newKeySet();
    private volatile boolean blocked;
    private @Nullable String consumer;

    private Session(BrokerSettings settings, Connection connection) throws IOException {
        this.settings = settings;
        this.connection = connection;
        this.sending = channel(connection);
        this.receiving = channel(connection);
        sending.queueDeclare(BrokerSettings.QUEUE, true, false, false, Map.of("x-queue-type", "quorum"));
        sending.confirmSelect();
        sending.addReturnListener(
                message -> returned.add(message.getProperties().getMessageId()));
        receiving.basicQos(settings.prefetch());
        connection.addBlockedListener(new Blocking());
    }

    /** @throws BrokerUnavailable with a sentence that names the key to look at */
    static Session open(BrokerSettings settings) {
        try {
            Connection connection = factory(settings).newConnection("batch-uploader");
            try {
                return new Session(settings, connection);
            } catch (IOException | RuntimeException e) {
                connection.abort((int) CONNECT_WITHIN.toMillis());
                throw e;
            }
        } catch (IOException | TimeoutException | GeneralSecurityException | ShutdownSignalException e) {
            // The last is what the client throws when the line is cut between two steps.
            throw BrokerUnavailable.of(settings, e);
        }
    }

    boolean isOpen() {
        return connection.isOpen() && sending.isOpen() && receiving.isOpen();
    }

    /** Why it is no longer open. */
    String closeReason() {
        Throwable reason = connection.getCloseReason() != null
                ? connection.getCloseReason()
                : sending.getCloseReason() != null ? sending.getCloseReason() : receiving.getCloseReason();
        return reason == null ? "the connection was lost" : BrokerUnavailable.reason(reason);
    }

    /** Whether the broker takes nothing just now, as when its disk is full. */
    boolean isBlocked() {
        return blocked;
    }

    /** The broker's name and version, as it says. */
    String broker() {
        Map<String, Object> server = connection.getServerProperties();
        return server.get("product") + " " + server.get("version");
    }

    /**
     * Sends all, and returns when the broker has confirmed them all.
     *
     * @throws IOException when it has not; some may have arrived
     */
    void send(List<Word> words) throws IOException {
        try {
            publish(words);
        } catch (ShutdownSignalException e) {
            throw new IOException(e);
        }
        if (!returned.isEmpty()) {
            throw new IOException("the broker has no queue " + BrokerSettings.QUEUE);
        }
    }

    private void publish(List<Word> words) throws IOException {
        returned.clear();
        for (Word word : words) {
            sending.basicPublish(
                    "",
                    BrokerSettings.QUEUE,
                    true,
                    PERSISTENT.messageId(word.task().value()).build(),
                    word.orderKey().getBytes(StandardCharsets.UTF_8));
        }
        try {
            sending.waitForConfirmsOrDie(settings.patience().toMillis());
        } catch (TimeoutException e) {
            throw new IOException("the broker confirmed nothing within " + settings.patience(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Begins to receive, or stops. */
    void receive(boolean wanted, Consumer<Message> receiver) throws IOException {
        if (wanted && consumer == null) {
            consumer = receiving.basicConsume(
                    BrokerSettings.QUEUE,
                    false,
                    (tag, delivery) -> deliver(delivery, receiver),
                    tag -> connection.abort());
        } else if (!wanted && consumer != null) {
            receiving.basicCancel(consumer);
            consumer = null;
        }
    }

    @Override
    public void close() {
        connection.abort((int) CONNECT_WITHIN.toMillis());
    }

    private void deliver(Delivery delivery, Consumer<Message> receiver) {
        long tag = delivery.getEnvelope().getDeliveryTag();
        String task = delivery.getProperties().getMessageId();
        if (task == null || !Ids.isValid(task)) {
            LOG.atWarn().addKeyValue("queue", BrokerSettings.QUEUE).log("a message that is not ours is left out");
            settle(channel -> channel.basicAck(tag, false));
            return;
        }
        receiver.accept(
                new Message(this, tag, new TaskId(task), new String(delivery.getBody(), StandardCharsets.UTF_8)));
    }

    private void settle(Settlement settlement) {
        synchronized (receiving) {
            try {
                settlement.on(receiving);
            } catch (IOException | RuntimeException e) {
                LOG.atDebug().setCause(e).log("a message comes again");
            }
        }
    }

    private interface Settlement {
        void on(Channel channel) throws IOException;
    }

    private static Channel channel(Connection connection) throws IOException {
        Channel channel = connection.createChannel();
        if (channel == null) {
            throw new IOException("the broker gives no more channels");
        }
        return channel;
    }

    private static ConnectionFactory factory(BrokerSettings settings) throws IOException, GeneralSecurityException {
        var factory = new ConnectionFactory();
        factory.setHost(settings.address().getHost());
        factory.setPort(settings.port());
        factory.setVirtualHost(settings.virtualHost());
        factory.setUsername(settings.user());
        factory.setPassword(settings.password());
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout((int) CONNECT_WITHIN.toMillis());
        factory.setHandshakeTimeout((int) ANSWER_WITHIN.toMillis());
        factory.setChannelRpcTimeout((int) ANSWER_WITHIN.toMillis());
        factory.setShutdownTimeout((int) CONNECT_WITHIN.toMillis());
        factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        if (settings.encrypted()) {
            factory.useSslProtocol(Authorities.context(settings.authorities()));
            factory.enableHostnameVerification();
        }
        return factory;
    }

    private final class Blocking implements BlockedListener {
        @Override
        public void handleBlocked(String reason) {
            blocked = true;
            LOG.atWarn()
                    .addKeyValue("broker", settings.address())
                    .addKeyValue("reason", reason)
                    .log("the broker takes nothing now; word of tasks waits in the database");
        }

        @Override
        public void handleUnblocked() {
            blocked = false;
            LOG.atInfo().addKeyValue("broker", settings.address()).log("the broker takes messages again");
        }
    }
}
