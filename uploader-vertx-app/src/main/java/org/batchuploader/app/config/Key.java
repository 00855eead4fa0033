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
    FTP_DELETE("ftp", "delete", "true", false),
    FTP_RENAME("ftp", "rename", "true", false),
    FTP_REPLACE("ftp", "replace", "true", false),
    FTP_KEEPPUBLISHED("ftp", "keepPublished", "P7D", false),
    FTP_INSIDENETWORKS("ftp", "insideNetworks", null, false),
    FTP_ACTIVE("ftp", "active", "true", false),
    FTP_SESSIONS("ftp", "sessions", "200", false),
    FTP_SESSIONSPERUSER("ftp", "sessionsPerUser", "50", false),
    FTP_SESSIONSPERADDRESS("ftp", "sessionsPerAddress", "50", false),
    FTP_CONNECTIONSPERMINUTE("ftp", "connectionsPerMinute", "600", false),
    FTP_BANNEDAFTER("ftp", "bannedAfter", "10", false),
    FTP_BAN("ftp", "ban", "PT10M", false),
    FTP_BYTESPERSECOND("ftp", "bytesPerSecond", "0", false),
    FTPS_CERTIFICATEFILE("ftps", "certificateFile", null, false),
    FTPS_KEYFILE("ftps", "keyFile", null, false),
    FTPS_CLIENTCAFILE("ftps", "clientCaFile", null, false),
    FTPS_PORT("ftps", "port", null, false),
    FTPS_REQUIRED("ftps", "required", "false", false),
    FTPS_CLEARNETWORKS("ftps", "clearNetworks", null, false),
    FTPS_PROTECTDATA("ftps", "protectData", "true", false),
    FTPS_RESUMPTION("ftps", "resumption", "false", false),
    DATABASE_URL("database", "url", null, false),
    DATABASE_USER("database", "user", "sa", false),
    DATABASE_PASSWORD("database", "password", null, true),
    DATABASE_PASSWORDFILE("database", "passwordFile", null, false),
    DATABASE_POOLSIZE("database", "poolSize", "20", false),
    WORKERS_COUNT("workers", "count", "4", false),
    WORKERS_LEASE("workers", "lease", "PT1M", false),
    WORKERS_PERSYSTEM("workers", "perSystem", null, false),
    WORKERS_ALL("workers", "all", "1000", false),
    WORKERS_PEROWNER("workers", "perOwner", "1000", false),
    WORKERS_WEIGHTS("workers", "weights", null, false),
    QUEUE_BROKERURL("queue", "brokerUrl", null, false),
    QUEUE_BROKERUSER("queue", "brokerUser", "uploader", false),
    QUEUE_BROKERPASSWORD("queue", "brokerPassword", null, true),
    QUEUE_BROKERPASSWORDFILE("queue", "brokerPasswordFile", null, false),
    QUEUE_BROKERCAFILE("queue", "brokerCaFile", null, false),
    ASSEMBLING_QUIET("assembling", "quiet", "PT2S", false),
    ASSEMBLING_PATIENCE("assembling", "patience", "PT10M", false),
    USERS_DIRECTORY("users", "directory", "built-in", false),
    USERS_REMEMBERFOR("users", "rememberFor", "PT15M", false),
    USERS_DATABASEURL("users", "databaseUrl", null, false),
    USERS_DATABASEUSER("users", "databaseUser", "geonode", false),
    USERS_DATABASEPASSWORD("users", "databasePassword", null, true),
    USERS_DATABASEPASSWORDFILE("users", "databasePasswordFile", null, false),
    USERS_APPLICATION("users", "application", null, false),
    PUBLISH_CATALOG("publish", "catalog", null, false),
    PUBLISH_PORTAL("publish", "portal", null, false),
    PUBLISH_METADATA("publish", "metadata", null, false),
    GEOSERVER_URL("geoserver", "url", null, false),
    GEOSERVER_PUBLICURL("geoserver", "publicUrl", null, false),
    GEOSERVER_USER("geoserver", "user", "admin", false),
    GEOSERVER_PASSWORD("geoserver", "password", null, true),
    GEOSERVER_PASSWORDFILE("geoserver", "passwordFile", null, false),
    GEOSERVER_WORKSPACES("geoserver", "workspaces", "one", false),
    GEOSERVER_WORKSPACE("geoserver", "workspace", "uploads", false),
    GEOSERVER_DATA("geoserver", "data", "upload", false),
    GEOSERVER_SHAREDFOLDER("geoserver", "sharedFolder", null, false),
    GEOSERVER_SHAREDFOLDERTHERE("geoserver", "sharedFolderThere", null, false),
    GEOSERVER_ANSWERLIMIT("geoserver", "answerLimit", "PT1M", false),
    POSTGIS_HOST("postgis", "host", null, false),
    POSTGIS_PORT("postgis", "port", "5432", false),
    POSTGIS_DATABASE("postgis", "database", "gis", false),
    POSTGIS_SCHEMA("postgis", "schema", "public", false),
    POSTGIS_USER("postgis", "user", "uploader", false),
    POSTGIS_PASSWORD("postgis", "password", null, true),
    POSTGIS_PASSWORDFILE("postgis", "passwordFile", null, false),
    POSTGIS_SSLMODE("postgis", "sslMode", "prefer", false),
    POSTGIS_CONNECTIONS("postgis", "connections", "4", false),
    POSTGIS_HOSTTHERE("postgis", "hostThere", null, false),
    POSTGIS_PORTTHERE("postgis", "portThere", null, false),
    POSTGIS_USERTHERE("postgis", "userThere", null, false),
    POSTGIS_PASSWORDTHERE("postgis", "passwordThere", null, true),
    POSTGIS_PASSWORDTHEREFILE("postgis", "passwordThereFile", null, false),
    GEONODE_URL("geonode", "url", null, false),
    GEONODE_PUBLICURL("geonode", "publicUrl", null, false),
    GEONODE_USER("geonode", "user", "admin", false),
    GEONODE_PASSWORD("geonode", "password", null, true),
    GEONODE_PASSWORDFILE("geonode", "passwordFile", null, false),
    GEONODE_TOKEN("geonode", "token", null, true),
    GEONODE_TOKENFILE("geonode", "tokenFile", null, false),
    GEONODE_WAY("geonode", "way", "register", false),
    GEONODE_VIEW("geonode", "view", "anonymous", false),
    GEONODE_DOWNLOAD("geonode", "download", "anonymous", false),
    GEONODE_EDIT("geonode", "edit", null, false),
    GEONODE_OWNEROFUNKNOWN("geonode", "ownerOfUnknown", null, false),
    GEONODE_PATIENCE("geonode", "patience", "PT10M", false),
    GEONODE_ANSWERLIMIT("geonode", "answerLimit", "PT1M", false),
    GEONETWORK_URL("geonetwork", "url", null, false),
    GEONETWORK_PUBLICURL("geonetwork", "publicUrl", null, false),
    GEONETWORK_USER("geonetwork", "user", "admin", false),
    GEONETWORK_PASSWORD("geonetwork", "password", null, true),
    GEONETWORK_PASSWORDFILE("geonetwork", "passwordFile", null, false),
    GEONETWORK_GROUP("geonetwork", "group", null, false),
    GEONETWORK_PUBLISH("geonetwork", "publish", "true", false),
    GEONETWORK_ANSWERLIMIT("geonetwork", "answerLimit", "PT1M", false),
    CSW_URL("csw", "url", null, false),
    CSW_TRANSACTIONURL("csw", "transactionUrl", null, false),
    CSW_USER("csw", "user", null, false),
    CSW_PASSWORD("csw", "password", null, true),
    CSW_PASSWORDFILE("csw", "passwordFile", null, false),
    CSW_ANSWERLIMIT("csw", "answerLimit", "PT1M", false),
    METADATA_CONTACTNAME("metadata", "contactName", null, false),
    METADATA_CONTACTORGANISATION("metadata", "contactOrganisation", null, false),
    METADATA_CONTACTEMAIL("metadata", "contactEmail", null, false),
    METADATA_LICENCE("metadata", "licence", null, false),
    METADATA_ACCESSCONSTRAINTS("metadata", "accessConstraints", null, false),
    METADATA_TOPIC("metadata", "topic", "location", false),
    METADATA_INSPIRETHEMES("metadata", "inspireThemes", null, false),
    METADATA_LANGUAGE("metadata", "language", "eng", false),
    METRICS_READERS("metrics", "readers", "local", false),
    TRACING_URL("tracing", "url", null, false),
    TRACING_PERCENT("tracing", "percent", "100", false),
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
