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
    private final PeopleProfile own;
    private final EmbeddedPostgres server;

    GeoNodeTableOnPostgreSqlTest(EmbeddedPostgres server) {
        this(server, new PeopleProfile(server.newDatabase(), EmbeddedPostgres.USER));
    }

    private GeoNodeTableOnPostgreSqlTest(EmbeddedPostgres server, PeopleProfile profile) {
        super(profile);
        this.own = profile;
        this.server = server;
    }

    @Test
    void nothing_can_be_written_over_its_connections() throws SQLException {
        try (HikariDataSource connections = ReadOnlyConnections.to(settings(own));
                Connection connection = connections.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("UPDATE people_profile SET is_superuser = TRUE"))
                    .hasMessageContaining("read-only");
        }
    }

    @Test
    void a_restart_of_the_database_is_survived() {
        try (var users = GeoNodeTable.open(settings(own))) {
            assertThat(users.find("ann")).isPresent();
            server.breakConnections();
            assertThat(users.find("ann")).isPresent();
        }
    }
}
