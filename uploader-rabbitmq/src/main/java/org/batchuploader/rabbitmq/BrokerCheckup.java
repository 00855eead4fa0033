package org.batchuploader.rabbitmq;

import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.doctor.Checkup;
import org.batchuploader.core.doctor.Finding;

/** Whether the broker lets us in and has, or makes, the queue. */
public final class BrokerCheckup implements Checkup {
    private final BrokerSettings settings;

    public BrokerCheckup(BrokerSettings settings) {
        this.settings = settings;
    }

    @Override
    public String system() {
        return "broker";
    }

    @Override
    public List<Finding> examine() {
        try (Session session = Session.open(settings)) {
            List<Finding> findings = new ArrayList<>();
            findings.add(Finding.good("broker", session.broker() + " at " + settings.address()));
            findings.add(Finding.good("queue", BrokerSettings.QUEUE + " is there and confirmed by a quorum"));
            if (!settings.encrypted()) {
                findings.add(unencrypted());
            }
            return findings;
        } catch (BrokerUnavailable e) {
            return List.of(Finding.bad(
                    "broker",
                    String.valueOf(e.getMessage()),
                    "See that the broker runs, and queue.brokerUrl, queue.brokerUser and queue.brokerPassword."));
        }
    }

    private Finding unencrypted() {
        String host = settings.address().getHost();
        return "localhost".equals(host) || host.startsWith("127.")
                ? Finding.good("TLS", "not needed on this machine")
                : Finding.warning(
                        "TLS",
                        "the password goes over the network as it is",
                        "Let queue.brokerUrl begin with amqps://.");
    }
}
