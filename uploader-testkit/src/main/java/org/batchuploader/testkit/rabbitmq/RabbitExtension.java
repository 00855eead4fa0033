package org.batchuploader.testkit.rabbitmq;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a test the one {@link RabbitServer} of the test run, which starts with its first use. On a machine without
 * RabbitMQ these tests do not run, and say so.
 */
public final class RabbitExtension implements ParameterResolver, ExecutionCondition {
    private static final Logger LOG = LoggerFactory.getLogger(RabbitExtension.class);
    private static final Namespace NAMESPACE = Namespace.create(RabbitExtension.class);

    /** Stops the server at the end of the run. */
    private record Running(RabbitServer server) implements AutoCloseable {
        @Override
        public void close() {
            server.close();
        }
    }

    /** The server of this test run. */
    public static RabbitServer server(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, type -> new Running(RabbitServer.start()), Running.class)
                .server();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (RabbitServer.isHere()) {
            return ConditionEvaluationResult.enabled("RabbitMQ is here");
        }
        String message = "%s DID NOT RUN: there is no RabbitMQ on this machine; %s"
                .formatted(context.getDisplayName(), RabbitServer.REMEDY);
        LOG.warn(message);
        return ConditionEvaluationResult.disabled(message);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RabbitServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }
}
