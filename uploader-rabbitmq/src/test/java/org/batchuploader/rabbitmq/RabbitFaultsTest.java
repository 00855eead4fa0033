package org.batchuploader.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.batchuploader.core.doctor.Finding;
import org.batchuploader.core.doctor.Verdict;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.Bounds;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Work;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.postgres.PostgresExtension;
import org.batchuploader.testkit.rabbitmq.RabbitExtension;
import org.batchuploader.testkit.rabbitmq.RabbitServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({RabbitExtension.class, PostgresExtension.class})
class RabbitFaultsTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ids ids = new Ids();
    private final TestNodes nodes;
    private final RabbitServer broker;

    RabbitFaultsTest(EmbeddedPostgres database, RabbitServer broker) {
        this.nodes = new TestNodes(database);
        this.broker = broker;
    }

    @BeforeEach
    void noOldWord() throws Exception {
        try (Connection connection = connect();
                var channel = connection.createChannel()) {
            channel.queueDelete(BrokerSettings.QUEUE);
        }
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void word_of_a_task_reaches_a_node_that_did_not_queue_it() throws Exception {
        var here = node();
        var there = node();
        var woken = new AtomicInteger();
        try (var listening = there.tasks().onReady(woken::incrementAndGet)) {
            assertThat(listening).isNotNull();
            enqueue(here.tasks(), "a");
            Awaitility.await().atMost(PATIENCE).until(() -> woken.get() > 0);
            assertThat(there.tasks().complete(there.tasks().claim(9, LEASE))).hasSize(1);
        }
        assertNothingIsLeft(there);
    }

    @Test
    void word_is_kept_by_the_broker_until_the_task_is_done_and_given_to_another_when_its_holder_dies()
            throws Exception {
        var dying = node();
        var other = node();
        dying.tasks().onReady(() -> {});
        enqueue(dying.tasks(), "a");
        Awaitility.await().atMost(PATIENCE).until(() -> nodes.words() == 0);
        List<Claim> claims = dying.tasks().claim(9, LEASE);
        assertThat(claims).hasSize(1);
        var woken = new AtomicInteger();
        try (var listening = other.tasks().onReady(woken::incrementAndGet)) {
            assertThat(listening).isNotNull();
            dying.tasks().close();
            Awaitility.await().atMost(PATIENCE).until(() -> woken.get() > 0);
            assertThat(other.tasks().claim(9, LEASE)).isEmpty();
            assertThat(dying.stores().tasks().holds(claims.get(0))).isTrue();
        }
    }

    @Test
    void a_message_that_comes_twice_or_after_the_task_was_done_has_no_effect() throws Exception {
        var node = node();
        var woken = new AtomicInteger();
        try (var listening = node.tasks().onReady(woken::incrementAndGet)) {
            assertThat(listening).isNotNull();
            enqueue(node.tasks(), "a");
            var claim = node.tasks().claim(9, LEASE).get(0);
            publish(claim.task(), "a");
            publish(claim.task(), "a");
            assertThat(node.tasks().claim(9, LEASE)).isEmpty();
            assertThat(node.tasks().complete(claim)).isTrue();
            publish(claim.task(), "a");
            publish(ids.task(), "never seen");
            // Five messages, and the two changes that were made here.
            Awaitility.await().atMost(PATIENCE).until(() -> woken.get() >= 7);
            assertThat(node.tasks().claim(9, LEASE)).isEmpty();
        }
        assertThat(node.tasks().depth()).isEqualTo(new TaskQueue.Depth(0, 0, 0));
        assertNothingIsLeft(node);
    }

    @Test
    void word_that_a_killed_process_left_in_the_outbox_is_sent_by_another() throws Exception {
        enqueue(nodes.withoutBroker(Bounds.NONE).tasks(), "a", "b", "c");
        assertThat(nodes.words()).isEqualTo(3);
        var node = node();
        var woken = new AtomicInteger();
        try (var listening = node.tasks().onReady(woken::incrementAndGet)) {
            assertThat(listening).isNotNull();
            Awaitility.await().atMost(PATIENCE).until(() -> nodes.words() == 0 && woken.get() >= 3);
            assertThat(node.tasks().complete(node.tasks().claim(9, LEASE))).hasSize(3);
        }
        assertNothingIsLeft(node);
    }

    @Test
    void nothing_is_told_of_a_transaction_that_is_undone() {
        var node = node();
        assertThatThrownBy(() -> node.stores().transactions().run(() -> {
                    enqueue(node.tasks(), "a");
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(nodes.words()).isZero();
    }

    @Test
    void word_that_was_not_confirmed_is_sent_again() throws Exception {
        try (Line line = new Line(broker.port())) {
            var node = nodes.start(line.address(), Bounds.NONE);
            line.loseAnswers(true);
            enqueue(node.tasks(), "a");
            Awaitility.await().atMost(PATIENCE).until(() -> waiting() > 0);
            assertThat(nodes.words()).isEqualTo(1);
            line.loseAnswers(false);
            Awaitility.await().atMost(PATIENCE).until(() -> nodes.words() == 0);
            try (var listening = node.tasks().onReady(() -> {})) {
                assertThat(listening).isNotNull();
                assertThat(node.tasks().complete(node.tasks().claim(9, LEASE))).hasSize(1);
                Awaitility.await().atMost(PATIENCE).until(() -> {
                    assertThat(node.tasks().claim(9, LEASE)).isEmpty();
                    return waiting() == 0;
                });
            }
        }
    }

    @Test
    void a_node_knows_whether_it_can_speak_to_the_broker() throws Exception {
        RabbitTasks tasks;
        try (Line line = new Line(broker.port())) {
            tasks = nodes.start(line.address(), Bounds.NONE).tasks();
            assertThat(tasks.isConnected()).isTrue();
        }
        Awaitility.await().atMost(PATIENCE).until(() -> !tasks.isConnected());
    }

    @Test
    void nothing_is_lost_or_doubled_when_the_line_is_cut_again_and_again() throws Exception {
        try (Line line = new Line(broker.port())) {
            List<String> done = workThrough(line.address(), line::cut, 5);
            assertThat(done).containsExactlyInAnyOrderElementsOf(names(60));
        }
    }

    @Test
    void nothing_is_lost_or_doubled_when_the_broker_is_killed_and_started_again() throws Exception {
        List<String> done = workThrough(
                broker.address(),
                () -> {
                    broker.kill();
                    broker.startAgain();
                },
                1);
        assertThat(done).containsExactlyInAnyOrderElementsOf(names(60));
    }

    @Test
    void a_broker_that_is_not_there_or_refuses_is_one_sentence_that_names_the_key() {
        assertThatThrownBy(() -> Session.open(TestNodes.settings(URI.create("amqp://127.0.0.1:1"))))
                .isInstanceOf(BrokerUnavailable.class)
                .hasMessageStartingWith("queue.brokerUrl: amqp://127.0.0.1:1 cannot be used: ");
        assertThatThrownBy(() -> Session.open(BrokerSettings.of(broker.address(), "guest", "wrong")))
                .isInstanceOf(BrokerUnavailable.class)
                .hasMessageStartingWith("queue.brokerUser, queue.brokerPassword: ")
                .hasMessageNotContaining("wrong");
        assertThatThrownBy(
                        () -> Session.open(TestNodes.settings(broker.address().resolve("/nowhere"))))
                .isInstanceOf(BrokerUnavailable.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void a_line_that_is_cut_anywhere_while_connecting_is_a_broker_that_cannot_be_used() throws Exception {
        int failed = 0;
        try (Line line = new Line(broker.port())) {
            for (int answers = 1; answers <= 801; answers += 25) {
                line.cutAfter(answers);
                try (Session session = Session.open(TestNodes.settings(line.address()))) {
                    assertThat(session).isNotNull();
                } catch (BrokerUnavailable e) {
                    failed++;
                }
            }
        }
        assertThat(failed).isPositive();
    }

    @Test
    void a_checkup_says_which_broker_it_is_or_what_to_do() {
        assertThat(new BrokerCheckup(TestNodes.settings(broker.address())).examine())
                .allMatch(finding -> finding.verdict() == Verdict.GOOD)
                .extracting(Finding::found)
                .first()
                .asString()
                .startsWith("RabbitMQ 3");
        assertThat(new BrokerCheckup(TestNodes.settings(URI.create("amqp://127.0.0.1:1"))).examine())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.BAD);
                    assertThat(finding.remedy()).contains("queue.brokerUrl");
                });
    }

    /** Queues sixty tasks of six keys on one node and works on them on another, with trouble in between. */
    private List<String> workThrough(URI address, Trouble trouble, int times) throws Exception {
        var queueing = nodes.start(address, Bounds.NONE);
        var working = nodes.start(address, Bounds.NONE);
        List<String> done = new ArrayList<>();
        try (var listening = working.tasks().onReady(() -> {})) {
            assertThat(listening).isNotNull();
            List<String> names = names(60);
            for (int part = 0; part < times; part++) {
                for (String name : names.subList(part * 60 / times, (part + 1) * 60 / times)) {
                    enqueue(queueing.tasks(), name);
                }
                List<Claim> claims = working.tasks().claim(4, LEASE);
                trouble.happen();
                working.tasks().complete(claims).forEach(claim -> done.add(claim.orderKey()));
            }
            Awaitility.await().atMost(PATIENCE).until(() -> {
                working.tasks().complete(working.tasks().claim(9, LEASE)).forEach(claim -> done.add(claim.orderKey()));
                return done.size() >= 60 && nodes.words() == 0 && waiting() == 0;
            });
        }
        assertThat(working.tasks().depth()).isEqualTo(new TaskQueue.Depth(0, 0, 0));
        return done;
    }

    private interface Trouble {
        void happen() throws Exception;
    }

    private TestNodes.Node node() {
        return nodes.start(broker.address(), Bounds.NONE);
    }

    private void enqueue(TaskQueue queue, String... orderKeys) {
        for (String orderKey : orderKeys) {
            queue.enqueue(new NewTask(new Work.PublishDataset(ids.dataset()), "ada", orderKey));
        }
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("k" + i);
        }
        return names;
    }

    private void publish(TaskId task, String orderKey) throws Exception {
        try (Connection connection = connect();
                var channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish(
                    "",
                    BrokerSettings.QUEUE,
                    new BasicProperties.Builder().messageId(task.value()).build(),
                    orderKey.getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(5000);
        }
    }

    /** The node goes, and with it nothing comes back that it still held. */
    private void assertNothingIsLeft(TestNodes.Node node) throws Exception {
        Awaitility.await().atMost(PATIENCE).until(() -> nodes.words() == 0);
        node.tasks().close();
        assertThat(waiting()).isZero();
    }

    /** Messages that no node has. */
    private long waiting() throws Exception {
        try (Connection connection = connect();
                var channel = connection.createChannel()) {
            return channel.messageCount(BrokerSettings.QUEUE);
        }
    }

    private Connection connect() throws Exception {
        var factory = new ConnectionFactory();
        factory.setPort(broker.port());
        factory.setHost("127.0.0.1");
        return factory.newConnection();
    }
}
