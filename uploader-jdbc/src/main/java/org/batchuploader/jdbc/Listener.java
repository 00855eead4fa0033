package org.batchuploader.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits on a connection of its own for what other processes tell, and connects again when it breaks. A connection whose
 * other end is gone without a word is asked every few seconds, and then breaks too.
 */
final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration ASKED_EVERY = Duration.ofSeconds(5);

    private final JdbcSettings settings;
    private final WakeUp wakeUp;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::listen, "uploader-task-listener");
    private volatile @Nullable Connection open;

    Listener(JdbcSettings settings, WakeUp wakeUp) {
        this.settings = settings;
        this.wakeUp = wakeUp;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void listen() {
        while (stopped.getCount() > 0) {
            try (Connection connection =
                    DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
                open = connection;
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                report(e);
            }
            wakeUp.lookAtEverything();
            pause();
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN " + WakeUp.CHANNEL);
        }
        wakeUp.lookAtEverything();
        PGConnection notified = connection.unwrap(PGConnection.class);
        while (stopped.getCount() > 0) {
            PGNotification[] told = notified.getNotifications((int) ASKED_EVERY.toMillis());
            if (told != null && told.length > 0) {
                Arrays.stream(told).map(PGNotification::getParameter).forEach(wakeUp::hear);
            } else if (!connection.isValid((int) ASKED_EVERY.toSeconds())) {
                throw new SQLException("no answer from the database");
            }
        }
    }

    private void report(Exception e) {
        if (stopped.getCount() > 0) {
            LOG.atWarn()
                    .addKeyValue("database", settings.location())
                    .addKeyValue("reason", e.getMessage())
                    .log("the connection that listens for tasks broke; workers poll until it is back");
        }
    }

    private void pause() {
        try {
            stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        Connection connection = open;
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
            thread.join(PAUSE.multipliedBy(5).toMillis());
        } catch (SQLException e) {
            report(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
