package org.batchuploader.jdbc;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the schema to this program's version. */
final class Migrations {
    private Migrations() {}

    /** @param location names the database in messages */
    static void run(DataSource database, Dialect dialect, String location) {
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:org/batchuploader/jdbc/migration")
                .javaMigrations(new V6__tasks_of_the_queue_before())
                .placeholders(Map.of("collation", dialect.collation()))
                .load();
        Optional<MigrationVersion> found = newest(Arrays.stream(flyway.info().applied()));
        MigrationVersion known = newest(Arrays.stream(flyway.info().all())
                        .filter(m -> !m.getState().name().contains("FUTURE") && m.getScript() != null))
                .orElseThrow();
        if (found.isPresent() && found.get().compareTo(known) > 0) {
            throw SchemaMismatch.newer(location, found.get().getVersion(), known.getVersion());
        }
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw SchemaMismatch.altered(location, e);
        }
    }

    private static Optional<MigrationVersion> newest(Stream<MigrationInfo> migrations) {
        return migrations
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
