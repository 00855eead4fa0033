package org.batchuploader.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the service's logging on; before, and in all other commands, only warnings are said. */
public final class Logs {
    private Logs() {}

    /** From now on nothing is logged: a command says itself what happens. */
    public static void off() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    }

    /** From now on: {@code logs/service.log} and {@code logs/worker.log} below the data folder, and the terminal. */
    public static void into(Path data) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("logs", data.resolve("logs").toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(Logs.class.getResource("service-logback.xml"));
        } catch (JoranException e) {
            throw new IllegalStateException("the logging configuration in this program is broken", e);
        }
    }
}
