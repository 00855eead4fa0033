package org.batchuploader.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who publishes the data. */
public sealed interface CatalogChoice {
    /** Nobody. */
    record LeftOut() implements CatalogChoice {}

    /** The stand-in on this machine. */
    record BuiltIn() implements CatalogChoice {}

    /**
     * A GeoServer.
     *
     * @param publicUrl as people reach it
     * @param workspaces one for all, or one for each owner or group
     * @param workspace the one, which is also that of owners without a group; what those of owners and groups begin with
     */
    record GeoServer(
            URI url,
            URI publicUrl,
            String user,
            Secret password,
            Workspaces workspaces,
            String workspace,
            Data data,
            Duration answerLimit)
            implements CatalogChoice {}

    /** Which workspaces layers come into. */
    enum Workspaces {
        ONE,
        OWNER,
        GROUP
    }

    /** How data comes to GeoServer. */
    sealed interface Data {}

    /** Sent to it. */
    record Upload() implements Data {}

    /**
     * On a disk that GeoServer reads too.
     *
     * @param here the folder as this machine knows it
     * @param there the same folder as GeoServer knows it
     */
    record SharedFolder(Path here, String there) implements Data {}

    /**
     * Vector data in a database, the rest sent.
     *
     * @param there the same database as GeoServer reaches it
     */
    record Postgis(Connection here, Connection there, String database, String schema, String sslMode, int connections)
            implements Data {}

    /** A way to a database server. */
    record Connection(String host, int port, String user, Secret password) {}

    static CatalogChoice of(Values values) {
        boolean given = values.find(Key.GEOSERVER_URL) != null;
        return switch (values.choice(
                Key.PUBLISH_CATALOG, given ? "geoserver" : "built-in", "built-in", "none", "geoserver")) {
            case "geoserver" -> geoserver(values);
            case "none" -> new LeftOut();
            default -> new BuiltIn();
        };
    }

    private static GeoServer geoserver(Values values) {
        URI url = values.address(Key.GEOSERVER_URL);
        String workspaces = values.choice(Key.GEOSERVER_WORKSPACES, "one", "one", "owner", "group");
        return new GeoServer(
                url,
                values.addressOr(Key.GEOSERVER_PUBLICURL, url),
                values.text(Key.GEOSERVER_USER),
                values.secret(Key.GEOSERVER_PASSWORD, Key.GEOSERVER_PASSWORDFILE),
                Workspaces.valueOf(workspaces.toUpperCase(Locale.ROOT)),
                values.text(Key.GEOSERVER_WORKSPACE),
                data(values),
                values.duration(Key.GEOSERVER_ANSWERLIMIT));
    }

    private static Data data(Values values) {
        return switch (values.choice(Key.GEOSERVER_DATA, "upload", "upload", "shared-folder", "postgis")) {
            case "shared-folder" -> {
                Path here = values.folder(Key.GEOSERVER_SHAREDFOLDER);
                @Nullable String there = values.find(Key.GEOSERVER_SHAREDFOLDERTHERE);
                yield new SharedFolder(here, there == null ? here.toString() : there);
            }
            case "postgis" -> postgis(values);
            default -> new Upload();
        };
    }

    private static Postgis postgis(Values values) {
        Connection here = new Connection(
                values.text(Key.POSTGIS_HOST),
                values.port(Key.POSTGIS_PORT),
                values.text(Key.POSTGIS_USER),
                values.secret(Key.POSTGIS_PASSWORD, Key.POSTGIS_PASSWORDFILE));
        @Nullable String host = values.find(Key.POSTGIS_HOSTTHERE);
        @Nullable String user = values.find(Key.POSTGIS_USERTHERE);
        Connection there = new Connection(
                host == null ? here.host() : host,
                values.find(Key.POSTGIS_PORTTHERE) == null ? here.port() : values.port(Key.POSTGIS_PORTTHERE),
                user == null ? here.user() : user,
                user == null
                        ? here.password()
                        : values.secret(Key.POSTGIS_PASSWORDTHERE, Key.POSTGIS_PASSWORDTHEREFILE));
        return new Postgis(
                here,
                there,
                values.text(Key.POSTGIS_DATABASE),
                values.text(Key.POSTGIS_SCHEMA),
                values.choice(
                        Key.POSTGIS_SSLMODE, "prefer", "disable", "prefer", "require", "verify-ca", "verify-full"),
                (int) values.number(Key.POSTGIS_CONNECTIONS, 1, 1000));
    }
}
