package org.batchuploader.postgis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.doctor.Checkup;
import org.batchuploader.core.doctor.Finding;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Whether tables can be loaded: reachable, PostGIS there, rights to make tables, roles of the readers, clock. */
final class PostgisCheckup implements Checkup {
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final PostgisSettings settings;
    private final Database database;
    private final InstantSource clock;

    PostgisCheckup(PostgisSettings settings, Database database, InstantSource clock) {
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String system() {
        return PostgisLoader.SYSTEM;
    }

    @Override
    public List<Finding> examine() {
        var findings = new ArrayList<Finding>();
        try (Handle handle = database.open()) {
            findings.add(Finding.good("connection", settings.where() + " as " + settings.user()));
            String extension = Database.extension(handle);
            findings.add(extension == null ? noExtension() : version(handle, extension));
            findings.add(rights(handle));
            for (String role : settings.readers()) {
                findings.add(role(handle, role));
            }
            findings.add(time(handle));
        } catch (JdbiException e) {
            String message = String.valueOf(
                    Troubles.told("look at " + settings.where(), e).getMessage());
            findings.add(
                    Finding.bad(
                            "connection",
                            message,
                            "Check host, port, database, user and password of PostGIS, and that the server lets this machine in (pg_hba.conf)."));
        }
        return List.copyOf(findings);
    }

    private Finding noExtension() {
        return Finding.bad(
                "version",
                "no PostGIS in " + settings.where(),
                "As an administrator of the database run in it: CREATE EXTENSION postgis;");
    }

    private static Finding version(Handle handle, String extension) {
        return Finding.good(
                "version",
                ask(
                        handle,
                        "SELECT 'PostgreSQL ' || current_setting('server_version') || ', PostGIS ' || %s.postgis_lib_version()"
                                .formatted(TableSql.quoted(extension))));
    }

    private Finding rights(Handle handle) {
        String what = "may make tables in the schema " + settings.schema();
        boolean there =
                yes(handle, "SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = :name)", settings.schema());
        boolean may = there
                ? yes(handle, "SELECT has_schema_privilege(:name, 'CREATE')", settings.schema())
                        && yes(handle, "SELECT has_schema_privilege(:name, 'USAGE')", settings.schema())
                : yes(handle, "SELECT has_database_privilege(:name, 'CREATE')", settings.database());
        String user = TableSql.quoted(settings.user());
        String schema = TableSql.quoted(settings.schema());
        return may
                ? Finding.good(what, there ? "yes" : "yes; the schema will be made with the first load")
                : Finding.bad(
                        what,
                        "no",
                        there
                                ? "GRANT CREATE, USAGE ON SCHEMA %s TO %s;".formatted(schema, user)
                                : "CREATE SCHEMA %s AUTHORIZATION %s;".formatted(schema, user));
    }

    private Finding role(Handle handle, String role) {
        String what = "the role " + role + " that is to read the tables";
        if (!yes(handle, "SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = :name)", role)) {
            return Finding.bad(what, "does not exist", "CREATE ROLE " + TableSql.quoted(role) + " LOGIN;");
        }
        boolean admitted = handle.createQuery(
                        "SELECT pg_has_role(nspowner, 'USAGE') OR has_schema_privilege(:role, oid, 'USAGE') FROM pg_namespace WHERE nspname = :schema")
                .bind("role", role)
                .bind("schema", settings.schema())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(true);
        return admitted
                ? Finding.good(what, "may")
                : Finding.bad(
                        what,
                        "may not look into the schema " + settings.schema(),
                        "GRANT USAGE ON SCHEMA %s TO %s;"
                                .formatted(TableSql.quoted(settings.schema()), TableSql.quoted(role)));
    }

    private Finding time(Handle handle) {
        Instant theirs = Instant.ofEpochSecond(
                Long.parseLong(ask(handle, "SELECT extract(epoch FROM clock_timestamp())::bigint::text")));
        Duration apart = Duration.between(clock.instant(), theirs);
        return apart.abs().compareTo(TOLERATED) <= 0
                ? Finding.good("clock", "as here")
                : Finding.warning(
                        "clock",
                        "%d seconds from the clock here".formatted(apart.toSeconds()),
                        "Let both machines follow a time server (NTP).");
    }

    private static String ask(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(String.class).one();
    }

    private static boolean yes(Handle handle, String sql, String name) {
        return handle.createQuery(sql).bind("name", name).mapTo(Boolean.class).one();
    }
}
