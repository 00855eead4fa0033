package org.batchuploader.app.config;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who says who people are. */
public sealed interface UsersChoice {
    /** Why accounts cannot be kept here, in a sentence; empty when they can. */
    default Optional<String> keptElsewhere() {
        return this instanceof BuiltIn
                ? Optional.empty()
                : Optional.of(
                        Key.USERS_DIRECTORY.path()
                                + " says that GeoNode keeps the users, so they are changed there; accounts of ours would let nobody in");
    }

    /** The accounts of this service. */
    record BuiltIn() implements UsersChoice {}

    /**
     * GeoNode, asked by HTTP.
     *
     * @param rememberFor how long a good login is believed while GeoNode does not answer; zero for not at all
     */
    record GeoNode(GeoNodeAccess access, Duration rememberFor) implements UsersChoice {}

    /**
     * GeoNode's access tokens in place of passwords.
     *
     * @param application whose tokens are taken; absent for those of all
     */
    record Tokens(GeoNodeAccess access, @Nullable String application, Duration rememberFor) implements UsersChoice {}

    /** The table of GeoNode's users. */
    record Table(String url, String user, Secret password, Duration rememberFor) implements UsersChoice {
        @Override
        public String toString() {
            return "Table[url=" + Secret.masked(url) + ", user=" + user + "]";
        }
    }

    static UsersChoice of(Values values) {
        Duration remember = values.duration(Key.USERS_REMEMBERFOR);
        return switch (values.choice(
                Key.USERS_DIRECTORY, "built-in", "built-in", "geonode", "geonode-tokens", "geonode-database")) {
            case "geonode" -> new GeoNode(GeoNodeAccess.of(values), remember);
            case "geonode-tokens" -> new Tokens(GeoNodeAccess.of(values), values.find(Key.USERS_APPLICATION), remember);
            case "geonode-database" ->
                new Table(
                        values.jdbc(Key.USERS_DATABASEURL, "jdbc:postgresql:"),
                        values.text(Key.USERS_DATABASEUSER),
                        values.secret(Key.USERS_DATABASEPASSWORD, Key.USERS_DATABASEPASSWORDFILE),
                        remember);
            default -> new BuiltIn();
        };
    }
}
