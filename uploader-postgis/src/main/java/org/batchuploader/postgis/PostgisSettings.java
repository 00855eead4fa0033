package org.batchuploader.postgis;

import java.util.List;
import org.postgresql.jdbc.SslMode;

/**
 * Which database to load into.
 *
 * @param schema of the tables, made when it does not exist
 * @param user who may create tables there, and the schema where it does not exist
 * @param sslMode of PostgreSQL: {@code disable}, {@code prefer}, {@code require}, {@code verify-ca}, {@code verify-full}
 * @param readers roles that may read every table loaded, GeoServer's for one
 * @param connections at most; each load needs one
 * @param indexMegabytes of the server's memory for building the indexes of one load
 */
public record PostgisSettings(
        String host,
        int port,
        String database,
        String schema,
        String user,
        String password,
        String sslMode,
        List<String> readers,
        int connections,
        int indexMegabytes,
        PostgisLimits limits) {
    public static final int USUAL_PORT = 5432;
    private static final int LONGEST_NAME = 63;

    public PostgisSettings {
        readers = List.copyOf(readers);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must be 1 to 65535, not " + port);
        }
        if (schema.isEmpty() || schema.length() > LONGEST_NAME || schema.indexOf(0) >= 0) {
            throw new IllegalArgumentException("no name of a schema: \"" + schema + "\"");
        }
        if (connections < 1) {
            throw new IllegalArgumentException("connections must be at least 1, not " + connections);
        }
        if (indexMegabytes < 1 || indexMegabytes > 2047) {
            throw new IllegalArgumentException("indexMegabytes must be 1 to 2047, not " + indexMegabytes);
        }
        SslMode[] modes = SslMode.values();
        boolean known = false;
        for (SslMode mode : modes) {
            known |= mode.value.equals(sslMode);
        }
        if (!known) {
            throw new IllegalArgumentException("no SSL mode of PostgreSQL: \"" + sslMode + "\"");
        }
    }

    /** The schema {@code public}, four connections, 256 MB for an index, TLS where the server has it. */
    public static PostgisSettings of(String host, int port, String database, String user, String password) {
        return new PostgisSettings(
                host, port, database, "public", user, password, "prefer", List.of(), 4, 256, PostgisLimits.USUAL);
    }

    public PostgisSettings withSchema(String other) {
        return new PostgisSettings(
                host, port, database, other, user, password, sslMode, readers, connections, indexMegabytes, limits);
    }

    public PostgisSettings withSslMode(String mode) {
        return new PostgisSettings(
                host, port, database, schema, user, password, mode, readers, connections, indexMegabytes, limits);
    }

    public PostgisSettings withReaders(List<String> roles) {
        return new PostgisSettings(
                host, port, database, schema, user, password, sslMode, roles, connections, indexMegabytes, limits);
    }

    public PostgisSettings withConnections(int most) {
        return new PostgisSettings(
                host, port, database, schema, user, password, sslMode, readers, most, indexMegabytes, limits);
    }

    public PostgisSettings withIndexMegabytes(int megabytes) {
        return new PostgisSettings(
                host, port, database, schema, user, password, sslMode, readers, connections, megabytes, limits);
    }

    public PostgisSettings withLimits(PostgisLimits other) {
        return new PostgisSettings(
                host, port, database, schema, user, password, sslMode, readers, connections, indexMegabytes, other);
    }

    @Override
    public String toString() {
        return "PostgisSettings[" + where() + ", user=" + user + "]";
    }

    /** For messages: {@code gis at db.example.org:5432}. */
    String where() {
        return database + " at " + host + ":" + port;
    }
}
