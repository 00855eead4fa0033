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
        Flyway flyway = flyway(database, dialect);
        Optional<MigrationVersion> found = applied(flyway);
        MigrationVersion known = known(flyway);
        if (found.isPresent() && found.get().compareTo(known) > 0) {
            throw SchemaMismatch.newer(location, found.get().getVersion(), known.getVersion());
        }
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw SchemaMismatch.altered(location, e);
        }
    }

    static Flyway flyway(DataSource database, Dialect dialect) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:org/batchuploader/jdbc/migration")
                .javaMigrations(new V6__tasks_of_the_queue_before())
                .placeholders(Map.of("collation", dialect.collation()))
                .load();
    }

    /** What the database is at; absent while it is empty. */
    static Optional<MigrationVersion> applied(Flyway flyway) {
        return newest(Arrays.stream(flyway.info().applied()));
    }

    /** What this program brings it to. */
    static MigrationVersion known(Flyway flyway) {
        return newest(Arrays.stream(flyway.info().all())
                        .filter(m -> !m.getState().name().contains("FUTURE") && m.getScript() != null))
                .orElseThrow();
    }

    private static Optional<MigrationVersion> newest(Stream<MigrationInfo> migrations) {
        return migrations
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
