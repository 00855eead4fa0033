package org.batchuploader.rabbitmq;

import java.util.List;
import org.batchuploader.core.task.Bounds;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.postgres.PostgresExtension;
import org.batchuploader.testkit.rabbitmq.RabbitExtension;
import org.batchuploader.testkit.rabbitmq.RabbitServer;
import org.batchuploader.testkit.task.TaskBoundsContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes on one database and one broker. */
@ExtendWith({RabbitExtension.class, PostgresExtension.class})
class RabbitTaskBoundsTest extends TaskBoundsContract {
    private final TestNodes nodes;
    private final RabbitServer broker;

    RabbitTaskBoundsTest(EmbeddedPostgres database, RabbitServer broker) {
        this.nodes = new TestNodes(database);
        this.broker = broker;
    }

    @Override
    protected List<TaskQueue> emptyQueue(Bounds bounds) {
        return List.of(
                nodes.start(broker.address(), bounds).tasks(),
                nodes.start(broker.address(), bounds).tasks());
    }

    @AfterEach
    void close() {
        nodes.close();
    }
}
