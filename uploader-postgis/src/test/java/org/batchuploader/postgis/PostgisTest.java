package org.batchuploader.postgis;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.batchuploader.core.feature.FeatureReader;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.postgres.PostgisExtension;
import org.batchuploader.testkit.publish.SamplePublication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A database with PostGIS for each test, and what is asked of it beside the loader. */
@ExtendWith(PostgisExtension.class)
abstract class PostgisTest {
    @TempDir
    Path folder;

    final EmbeddedPostgres server;
    private final List<PostgisLoader> loaders = new ArrayList<>();
    private String database = "";

    PostgisTest(EmbeddedPostgres server) {
        this.server = server;
    }

    @BeforeEach
    void make() throws SQLException {
        database = server.createDatabase();
        execute("CREATE EXTENSION postgis");
    }

    @AfterEach
    void close() {
        loaders.forEach(PostgisLoader::close);
    }

    PostgisSettings settings() {
        return PostgisSettings.of("127.0.0.1", server.port(), database, EmbeddedPostgres.USER, "")
                .withLimits(new PostgisLimits(Duration.ofSeconds(20), Duration.ofMillis(100), Duration.ofMinutes(5)));
    }

    PostgisLoader loader(FeatureReader reader) {
        return loader(settings(), reader);
    }

    PostgisLoader loader(PostgisSettings settings, FeatureReader reader) {
        PostgisLoader loader = PostgisLoader.open(settings, reader);
        loaders.add(loader);
        return loader;
    }

    Publication publication() {
        return SamplePublication.shapefile(folder).name("roads").write();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url(database), EmbeddedPostgres.USER, "");
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first row, its columns with commas between them. */
    String ask(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            var texts = new ArrayList<String>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                texts.add(String.valueOf(row.getString(i)));
            }
            return String.join(", ", texts);
        }
    }

    /** Waits until no load is under way and nothing of one is left. */
    void awaitNothingLeft() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        ask("SELECT (SELECT count(*) FROM pg_class WHERE relname LIKE '%-new%'), (SELECT count(*) FROM pg_stat_activity WHERE application_name = 'batch-uploader' AND state <> 'idle' AND datname = current_database())")
                                .equals("0, 0"));
    }
}
