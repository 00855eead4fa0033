package org.batchuploader.app.doctor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.app.config.Configuration;
import org.batchuploader.app.service.Brokers;
import org.batchuploader.app.service.Databases;
import org.batchuploader.app.service.Systems;
import org.batchuploader.core.doctor.Checkup;
import org.batchuploader.core.doctor.Finding;
import org.batchuploader.core.doctor.Verdict;
import org.batchuploader.ftp.FtpCheckup;
import org.batchuploader.ftp.FtpSettings;
import org.batchuploader.jdbc.JdbcCheckup;
import org.batchuploader.rabbitmq.BrokerCheckup;
import org.jspecify.annotations.Nullable;

/** All checkups of what a configuration asks for, in the order an upload would meet them. */
public final class Doctor {
    private final List<Checkup> checkups = new ArrayList<>();

    /** @param ftpBy the address by which the passive ports are tried; absent for no trying */
    public Doctor(Configuration configuration, FtpSettings ftp, @Nullable String ftpBy, Systems systems, Clock clock) {
        checkups.add(new MachineCheckup());
        checkups.add(new DataFolderCheckup(configuration.data()));
        checkups.add(new JdbcCheckup(Databases.settings(configuration), clock));
        Brokers.settings(configuration).map(BrokerCheckup::new).ifPresent(checkups::add);
        checkups.add(new FtpCheckup(ftp, ftpBy));
        checkups.addAll(systems.checkups());
        checkups.add(new ClockCheckup(systems.addresses(), clock));
    }

    /**
     * What was found of one system.
     *
     * @param findings in the order looked
     */
    public record Report(String system, List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
        }

        /** Whether uploads will fail because of it. */
        public boolean isBad() {
            return findings.stream().anyMatch(f -> f.verdict() == Verdict.BAD);
        }
    }

    /** Looks at one after the other; takes as long as the slowest answers need. */
    public List<Report> examine() {
        return checkups.stream()
                .map(checkup -> new Report(checkup.system(), checkup.examine()))
                .toList();
    }
}
