package org.batchuploader.geonode.users;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** A few connections that cannot write and wait for nothing longer than the limit. */
final class ReadOnlyConnections {
    private static final int MOST = 4;

    private ReadOnlyConnections() {}

    static HikariDataSource to(TableSettings settings) {
        String seconds = Long.toString(settings.limit().toSeconds());
        var config = new HikariConfig();
        config.setPoolName("geonode-users");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setReadOnly(true);
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(settings.limit().toMillis());
        config.setInitializationFailTimeout(-1);
        if (settings.url().startsWith("jdbc:postgresql:")) {
            // The driver's own promise ends with a transaction; the server's default holds for all of them.
            config.setConnectionInitSql("SET default_transaction_read_only = on");
            config.addDataSourceProperty("ApplicationName", "batch-uploader");
            config.addDataSourceProperty("connectTimeout", seconds);
            config.addDataSourceProperty("loginTimeout", seconds);
            config.addDataSourceProperty("socketTimeout", seconds);
        }
        return new HikariDataSource(config);
    }
}
