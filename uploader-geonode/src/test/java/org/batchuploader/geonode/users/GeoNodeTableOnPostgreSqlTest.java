package org.batchuploader.geonode.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.postgres.PostgresExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class GeoNodeTableOnPostgreSqlTest extends GeoNodeTableContract {
    private final EmbeddedPostgres server;

    GeoNodeTableOnPostgreSqlTest(EmbeddedPostgres server) {
        super(new PeopleProfile(server.newDatabase(), EmbeddedPostgres.USER));
        this.server = server;
    }

    @Test
    void nothing_can_be_written_over_its_connections() throws SQLException {
        try (HikariDataSource connections = ReadOnlyConnections.to(settings(profile));
                Connection connection = connections.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("UPDATE people_profile SET is_superuser = TRUE"))
                    .hasMessageContaining("read-only");
        }
    }

    @Test
    void a_restart_of_the_database_is_survived() {
        try (var users = GeoNodeTable.open(settings(profile))) {
            assertThat(users.find("ann")).isPresent();
            server.breakConnections();
            assertThat(users.find("ann")).isPresent();
        }
    }
}
