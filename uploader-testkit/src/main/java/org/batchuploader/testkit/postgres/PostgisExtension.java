package org.batchuploader.testkit.postgres;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a test the one server of the test run whose databases can have PostGIS; it starts with its first use. The binaries
 * on the class path have none, so it is the machine's; on one without it these tests do not run, and say so.
 */
public final class PostgisExtension implements ParameterResolver, ExecutionCondition {
    private static final Logger LOG = LoggerFactory.getLogger(PostgisExtension.class);
    private static final Namespace NAMESPACE = Namespace.create(PostgisExtension.class);

    /** Stops the server at the end of the run. */
    private record Running(EmbeddedPostgres server) implements AutoCloseable {
        @Override
        public void close() {
            server.close();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (SystemPostgis.programs().isPresent()) {
            return ConditionEvaluationResult.enabled("PostGIS is here");
        }
        String message = "%s DID NOT RUN: there is no PostGIS on this machine; %s"
                .formatted(context.getDisplayName(), SystemPostgis.REMEDY);
        LOG.warn(message);
        return ConditionEvaluationResult.disabled(message);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == EmbeddedPostgres.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, type -> start(), Running.class)
                .server();
    }

    private static Running start() {
        return new Running(EmbeddedPostgres.start(SystemPostgis.programs().orElseThrow(), false));
    }
}
