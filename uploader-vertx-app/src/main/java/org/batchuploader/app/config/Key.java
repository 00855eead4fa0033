package org.batchuploader.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every key of the configuration, with its usual value as it would be written. {@code HTTP_PUBLICURL} is
 * {@code publicUrl} in the section {@code http} of the file and {@code UPLOADER_HTTP_PUBLICURL} in the environment.
 */
enum Key {
    DATA_FOLDER("data", "folder", "data", false),
    HTTP_ENABLED("http", "enabled", "true", false),
    HTTP_ADDRESS("http", "address", "0.0.0.0", false),
    HTTP_PORT("http", "port", "8080", false),
    HTTP_PUBLICURL("http", "publicUrl", null, false),
    HTTP_IDLETIMEOUT("http", "idleTimeout", "PT2M", false),
    FTP_ENABLED("ftp", "enabled", "true", false),
    FTP_PORT("ftp", "port", "2121", false),
    FTP_IDLETIMEOUT("ftp", "idleTimeout", null, false),
    FTP_SERVERADDRESS("ftp", "serverAddress", null, false),
    FTP_PASSIVEPORTS("ftp", "passivePorts", null, false),
    FTP_PASSIVEADDRESS("ftp", "passiveAddress", null, false),
    FTP_PASSIVEEXTERNALADDRESS("ftp", "passiveExternalAddress", null, false),
    DATABASE_URL("database", "url", null, false),
    DATABASE_USER("database", "user", "sa", false),
    DATABASE_PASSWORD("database", "password", null, true),
    DATABASE_POOLSIZE("database", "poolSize", "20", false),
    WORKERS_COUNT("workers", "count", "4", false),
    WORKERS_LEASE("workers", "lease", "PT1M", false),
    ASSEMBLING_QUIET("assembling", "quiet", "PT2S", false),
    ASSEMBLING_PATIENCE("assembling", "patience", "PT10M", false),
    GEOSERVER_URL("geoserver", "url", null, false),
    GEOSERVER_USER("geoserver", "user", "admin", false),
    GEOSERVER_PASSWORD("geoserver", "password", null, true),
    GEOSERVER_WORKSPACE("geoserver", "workspace", "uploads", false),
    LIMITS_UPLOADBYTES("limits", "uploadBytes", "107374182400", false),
    LIMITS_FILESPERUPLOAD("limits", "filesPerUpload", "1000", false),
    LIMITS_TRANSFERS("limits", "transfers", "100", false),
    LIMITS_CONNECTIONS("limits", "connections", "2000", false);

    private static final String PREFIX = "UPLOADER_";

    private final String section;
    private final String key;
    private final @Nullable String usual;
    private final boolean secret;

    Key(String section, String key, @Nullable String usual, boolean secret) {
        this.section = section;
        this.key = key;
        this.usual = usual;
        this.secret = secret;
    }

    String section() {
        return section;
    }

    String key() {
        return key;
    }

    /** Absent where the key has no value unless it is given. */
    @Nullable String usual() {
        return usual;
    }

    boolean isSecret() {
        return secret;
    }

    /** As in the file: {@code http.port}. */
    String path() {
        return section + "." + key;
    }

    /** As in the environment: {@code UPLOADER_HTTP_PORT}. */
    String variable() {
        return PREFIX + name();
    }

    static Optional<Key> ofPath(String path) {
        return Arrays.stream(values()).filter(k -> k.path().equals(path)).findFirst();
    }

    static Optional<Key> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(k -> k.variable().equals(variable))
                .findFirst();
    }

    /** Whether a variable can only be meant for us: our prefix and one of our sections. */
    static boolean isOurs(String variable) {
        return Arrays.stream(values())
                .anyMatch(k -> variable.startsWith(PREFIX + k.section.toUpperCase(Locale.ROOT) + "_"));
    }

    static List<String> paths() {
        return Arrays.stream(values()).map(Key::path).toList();
    }

    static List<String> variables() {
        return Arrays.stream(values()).map(Key::variable).toList();
    }
}
