package org.batchuploader.app.service;

import org.batchuploader.app.config.Configuration;
import org.batchuploader.jdbc.JdbcSettings;

/** Which database a configuration means. */
public final class Databases {
    private Databases() {}

    public static JdbcSettings settings(Configuration configuration) {
        Configuration.Database database = configuration.database();
        String url = database.url();
        JdbcSettings settings = url == null
                ? JdbcSettings.file(configuration.data().resolve("uploader"))
                : JdbcSettings.of(url, database.user(), database.password().value());
        JdbcSettings sized = settings.withPoolSize(database.poolSize());
        return configuration.broker() == null ? sized : sized.withOutbox();
    }
}
