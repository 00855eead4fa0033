package org.batchuploader.geonode.users;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.core.user.Credentials;
import org.batchuploader.core.user.Login;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;
import org.batchuploader.core.user.UserName;
import org.batchuploader.geonode.client.Group;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * GeoNode's users as they stand in its database, table {@code people_profile}, over connections that may only read. It skips what
 * GeoNode adds (LDAP, social accounts, log-in by e-mail address), and goes on while GeoNode's web server is down. A name that nobody has
 * costs as much time as one that is known.
 */
public final class GeoNodeTable implements UserDirectory, AutoCloseable {
    private static final String SYSTEM = "GeoNode's database";

    private static final String SELECT =
            """
            SELECT id, username, password, email, is_active, is_superuser
            FROM people_profile
            WHERE username = :name""";

    private static final String SELECT_GROUPS =
            """
            SELECT g.name FROM people_profile_groups m JOIN auth_group g ON g.id = m.group_id
            WHERE m.profile_id = :id ORDER BY g.id""";

    private record Row(int id, @Nullable Owner owner, String password, boolean active) {
        Row with(List<String> groups) {
            return owner == null ? this : new Row(id, owner.withGroups(groups), password, active);
        }
    }

    private final HikariDataSource connections;
    private final Jdbi jdbi;
    private final PasswordCheck passwords;
    private final boolean groups;

    GeoNodeTable(TableSettings settings, Pbkdf2 pbkdf2) {
        this.connections = ReadOnlyConnections.to(settings);
        this.jdbi = Jdbi.create(connections);
        int seconds = (int) settings.limit().toSeconds();
        jdbi.configure(SqlStatements.class, c -> c.setQueryTimeout(seconds));
        this.groups = settings.groups();
        this.passwords = new PasswordCheck(pbkdf2, settings.rounds());
    }

    /** Connects when it is first asked, so that GeoNode's database may come up later than we do. */
    public static GeoNodeTable open(TableSettings settings) {
        return new GeoNodeTable(settings, Pbkdf2.ofJava());
    }

    @Override
    public Login login(Credentials credentials) {
        Optional<Row> row = row(credentials.name());
        boolean right =
                passwords.matches(credentials.password(), row.map(Row::password).orElse(null));
        Owner owner = row.map(Row::owner).orElse(null);
        if (!right || owner == null) {
            return new Login.Refused();
        }
        return row.get().active() ? new Login.Accepted(owner) : new Login.Disabled();
    }

    @Override
    public Optional<Owner> find(String name) {
        return row(name).map(Row::owner);
    }

    @Override
    public void close() {
        connections.close();
    }

    private Optional<Row> row(String name) {
        if (!UserName.isValid(name)) {
            return Optional.empty();
        }
        try {
            return ask(name);
        } catch (ConnectionException e) {
            throw unavailable(e);
        } catch (JdbiException e) {
            // A connection from before a restart of the database breaks when it is used; to read twice does no harm.
            connections.getHikariPoolMXBean().softEvictConnections();
            return askAgain(name);
        }
    }

    private Optional<Row> askAgain(String name) {
        try {
            return ask(name);
        } catch (JdbiException e) {
            throw unavailable(e);
        }
    }

    private Optional<Row> ask(String name) {
        return jdbi.withHandle(handle -> {
            Optional<Row> found = handle.createQuery(SELECT)
                    .bind("name", name)
                    .map((row, context) -> read(row))
                    .findOne();
            return groups ? found.map(row -> row.with(groups(handle, row))) : found;
        });
    }

    private static List<String> groups(Handle handle, Row row) {
        return handle.createQuery(SELECT_GROUPS)
                .bind("id", row.id())
                .mapTo(String.class)
                .filter(group -> !Group.OF_EVERYBODY.contains(group))
                .list();
    }

    private static RemoteUnavailable unavailable(JdbiException e) {
        return new RemoteUnavailable(SYSTEM, "GeoNode's database cannot be asked for its users", e);
    }

    private static Row read(ResultSet row) throws SQLException {
        String name = row.getString("username");
        String email = row.getString("email");
        Owner owner = new Owner(
                name, row.getBoolean("is_superuser"), email == null || email.isBlank() ? null : email.strip());
        return new Row(row.getInt("id"), owner, row.getString("password"), row.getBoolean("is_active"));
    }
}
