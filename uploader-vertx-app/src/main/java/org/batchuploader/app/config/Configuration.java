package org.batchuploader.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.batchuploader.core.task.Bounds;
import org.batchuploader.ftp.FtpLimits;
import org.batchuploader.ftp.FtpRules;
import org.jspecify.annotations.Nullable;

/**
 * All that the service is told.
 *
 * @param data the folder where everything is kept
 * @param broker absent where the database itself tells nodes of tasks
 */
public record Configuration(
        Path data,
        Http http,
        Ftp ftp,
        Database database,
        Workers workers,
        @Nullable BrokerChoice broker,
        Assembling assembling,
        UsersChoice users,
        CatalogChoice catalog,
        PortalChoice portal,
        MetadataChoice metadata,
        MetadataChoice.Defaults metadataDefaults,
        WatchChoice watch,
        Limits limits) {
    /**
     * @param port 0 for any that is free
     * @param publicUrl how people reach it, when that is not address and port
     */
    public record Http(boolean enabled, String address, int port, @Nullable URI publicUrl, Duration idleTimeout) {}

    /**
     * What was given for FTP; the rest comes from the original system's {@code ftp.xml} or is as usual.
     *
     * @param limits of sessions, logins and bytes, which {@code ftp.xml} has no keys for
     * @param rules neither
     */
    public record Ftp(
            @Nullable Boolean enabled,
            @Nullable Integer port,
            @Nullable Duration idleTimeout,
            @Nullable String serverAddress,
            @Nullable String passivePorts,
            @Nullable String passiveAddress,
            @Nullable String passiveExternalAddress,
            FtpLimits limits,
            FtpRules rules,
            Allowed allowed,
            Duration keepPublished) {}

    /** What may be done by FTP with what was delivered. */
    public record Allowed(boolean delete, boolean rename, boolean replace) {}

    /** @param url absent for a file in the data folder */
    public record Database(@Nullable String url, String user, Secret password, int poolSize) {
        /** Whether only one process at a time can open it. */
        public boolean isEmbedded() {
            return url == null || url.startsWith("jdbc:h2:");
        }

        @Override
        public String toString() {
            return "Database[url=" + (url == null ? "" : Secret.masked(url)) + ", user=" + user + ", poolSize="
                    + poolSize + "]";
        }
    }

    /**
     * Who works, and how much.
     *
     * @param count of this process
     * @param perSystem of this process inside one remote system at a time
     * @param bounds over all processes
     */
    public record Workers(int count, int perSystem, Duration lease, Bounds bounds) {
        static Workers of(Values values) {
            int count = (int) values.number(Key.WORKERS_COUNT, 1, 256);
            return new Workers(
                    count,
                    values.find(Key.WORKERS_PERSYSTEM) == null
                            ? usualPerSystem(count)
                            : (int) values.number(Key.WORKERS_PERSYSTEM, 1, count),
                    values.duration(Key.WORKERS_LEASE),
                    new Bounds(
                            (int) values.number(Key.WORKERS_ALL, 1, Integer.MAX_VALUE),
                            (int) values.number(Key.WORKERS_PEROWNER, 1, Integer.MAX_VALUE),
                            values.numbers(Key.WORKERS_WEIGHTS, 1, 1000)));
        }

        /** A quarter of them is always free for other systems. */
        private static int usualPerSystem(int count) {
            return Math.max(1, count - (count + 3) / 4);
        }
    }

    /** See {@link org.batchuploader.core.intake.Assembling}. */
    public record Assembling(Duration quiet, Duration patience) {}

    /**
     * What one client may ask for.
     *
     * @param uploadBytes of one file
     * @param filesPerUpload in one form
     * @param transfers bodies received at once
     */
    public record Limits(long uploadBytes, int filesPerUpload, int transfers, int connections) {}

    static Configuration of(Values values) {
        CatalogChoice catalog = CatalogChoice.of(values);
        return new Configuration(
                values.folder(Key.DATA_FOLDER),
                http(values),
                FtpKeys.of(values),
                new Database(
                        values.find(Key.DATABASE_URL) == null ? null : values.jdbc(Key.DATABASE_URL, "jdbc:"),
                        values.text(Key.DATABASE_USER),
                        Objects.requireNonNullElse(
                                values.findSecret(Key.DATABASE_PASSWORD, Key.DATABASE_PASSWORDFILE), new Secret("")),
                        (int) values.number(Key.DATABASE_POOLSIZE, 2, 1000)),
                Workers.of(values),
                BrokerChoice.of(values),
                assembling(values),
                UsersChoice.of(values),
                catalog,
                PortalChoice.of(values, catalog),
                MetadataChoice.of(values),
                MetadataChoice.Defaults.of(values),
                WatchChoice.of(values),
                new Limits(
                        values.number(Key.LIMITS_UPLOADBYTES, 1, Long.MAX_VALUE),
                        (int) values.number(Key.LIMITS_FILESPERUPLOAD, 1, 100_000),
                        (int) values.number(Key.LIMITS_TRANSFERS, 1, 10_000),
                        (int) values.number(Key.LIMITS_CONNECTIONS, 1, 100_000)));
    }

    private static Http http(Values values) {
        return new Http(
                values.flag(Key.HTTP_ENABLED),
                values.text(Key.HTTP_ADDRESS),
                values.port(Key.HTTP_PORT),
                values.find(Key.HTTP_PUBLICURL) == null ? null : values.address(Key.HTTP_PUBLICURL),
                values.duration(Key.HTTP_IDLETIMEOUT));
    }

    private static Assembling assembling(Values values) {
        Duration quiet = values.duration(Key.ASSEMBLING_QUIET);
        Duration patience = values.duration(Key.ASSEMBLING_PATIENCE);
        if (patience.compareTo(quiet) < 0) {
            throw values.wrong(Key.ASSEMBLING_PATIENCE, "must not be below assembling.quiet, which is " + quiet);
        }
        return new Assembling(quiet, patience);
    }
}
