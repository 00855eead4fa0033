package org.batchuploader.rabbitmq;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.batchuploader.core.task.Bounds;
import org.batchuploader.testkit.postgres.PostgresExtension;
import org.batchuploader.testkit.rabbitmq.RabbitExtension;
import org.batchuploader.testkit.store.Stores;
import org.batchuploader.testkit.task.TaskOrderContract;
import org.batchuploader.testkit.task.TaskQueueContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contracts by way of a real broker. */
@ExtendWith(RabbitExtension.class)
class RabbitContractTest {
    private static final Namespace NAMESPACE = Namespace.create(RabbitContractTest.class);

    /** One database, broker and node for all, emptied before each test; what is left at the broker is old word. */
    private static final class Shared implements AutoCloseable {
        final TestNodes nodes;
        final TestNodes.Node node;

        Shared(ExtensionContext context) {
            nodes = new TestNodes(PostgresExtension.server(context));
            node = nodes.start(RabbitExtension.server(context).address(), Bounds.NONE);
        }

        Stores empty() {
            nodes.execute("DELETE FROM queue_task", "DELETE FROM queue_claim", "DELETE FROM queue_dead");
            return node.all();
        }

        void pass(Duration time) {
            String earlier = " - INTERVAL '" + time.toMillis() + " milliseconds'";
            nodes.execute(
                    "UPDATE queue_task SET due = due" + earlier,
                    "UPDATE queue_claim SET due = due" + earlier,
                    "UPDATE queue_dead SET died = died" + earlier);
        }

        static void passWithin(Duration time) {
            Awaitility.await().during(time).until(() -> true);
        }

        @Override
        public void close() {
            nodes.close();
        }
    }

    @RegisterExtension
    static final ParameterResolver SHARED = new ParameterResolver() {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Shared.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(Shared.class, type -> new Shared(context), Shared.class);
        }
    };

    private final Shared shared;

    RabbitContractTest(Shared shared) {
        this.shared = shared;
    }

    @Nested
    class Tasks extends TaskQueueContract {
        @Override
        protected Stores emptyStores() {
            return shared.empty();
        }

        @Override
        protected void pass(Duration time) {
            shared.pass(time);
        }

        @Override
        protected void passWithin(Duration time) {
            Shared.passWithin(time);
        }
    }

    @Nested
    class Order extends TaskOrderContract {
        @Override
        protected Stores emptyStores() {
            return shared.empty();
        }

        @Override
        protected void pass(Duration time) {
            shared.pass(time);
        }

        @Override
        protected void passWithin(Duration time) {
            Shared.passWithin(time);
        }
    }
}
