package org.batchuploader.app.service;

import java.util.Optional;
import org.batchuploader.app.config.BrokerChoice;
import org.batchuploader.app.config.Configuration;
import org.batchuploader.rabbitmq.BrokerSettings;

/** Which broker a configuration means. */
public final class Brokers {
    private Brokers() {}

    /** Absent where the database itself tells nodes of tasks. */
    public static Optional<BrokerSettings> settings(Configuration configuration) {
        BrokerChoice broker = configuration.broker();
        return broker == null
                ? Optional.empty()
                : Optional.of(BrokerSettings.of(
                                broker.address(),
                                broker.user(),
                                broker.password().value())
                        .withAuthorities(broker.authorities())
                        .withPrefetch(configuration.workers().count()));
    }
}
