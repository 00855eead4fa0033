package org.batchuploader.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.batchuploader.core.doctor.Finding;
import org.batchuploader.core.doctor.Verdict;
import org.batchuploader.core.feature.FeatureReader;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.publish.SamplePublication;
import org.junit.jupiter.api.Test;

class PostgisTroubleTest extends PostgisTest {
    PostgisTroubleTest(EmbeddedPostgres server) {
        super(server);
    }

    @Test
    void a_connection_that_breaks_in_the_midst_leaves_the_old_table_and_nothing_else() throws SQLException {
        loader(Points.of(10)).load(publication());
        var reader = Points.of(500_000).with(100_000, server::breakConnections);

        assertThatExceptionOfType(RemoteUnavailable.class)
                .isThrownBy(() -> loader(reader).load(publication()))
                .withMessageContaining("load the table roads");

        awaitNothingLeft();
        assertThat(ask("SELECT count(*) FROM roads")).isEqualTo("10");
    }

    @Test
    void a_killed_server_has_the_old_table_when_it_is_back() throws SQLException {
        loader(Points.of(10)).load(publication());
        var reader = Points.of(500_000).with(100_000, server::restart);

        assertThatExceptionOfType(RemoteUnavailable.class)
                .isThrownBy(() -> loader(reader).load(publication()));

        awaitNothingLeft();
        assertThat(ask("SELECT count(*) FROM roads")).isEqualTo("10");
        assertThat(loader(Points.of(20)).load(publication()).rows()).isEqualTo(20);
    }

    @Test
    void an_interrupt_cancels_the_load_and_stays_set() {
        var reader =
                Points.of(500_000).with(100_000, () -> Thread.currentThread().interrupt());

        assertThatExceptionOfType(RemoteUnavailable.class)
                .isThrownBy(() -> loader(reader).load(publication()))
                .withMessageContaining("interrupted");

        assertThat(Thread.interrupted()).isTrue();
        awaitNothingLeft();
    }

    @Test
    void a_file_that_cannot_be_read_on_ends_the_load() {
        var reader = Points.of(500_000).with(100_000, () -> {
            throw new IOException("our own disk");
        });

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> loader(reader).load(publication()))
                .withMessageContaining("our own disk");

        awaitNothingLeft();
    }

    @Test
    void a_load_without_end_is_cut_off() {
        FeatureReader endless = (files, inspection, sink) -> {
            sink.begin(Points.TYPE);
            for (int i = 1; ; i++) {
                Points.hand(i, sink);
            }
        };
        var settings = settings()
                .withLimits(new PostgisLimits(Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofSeconds(2)));

        assertThatExceptionOfType(RemoteUnavailable.class)
                .isThrownBy(() -> loader(settings, endless).load(publication()));
        awaitNothingLeft();
    }

    @Test
    void a_table_in_use_is_replaced_once_it_is_free() throws SQLException {
        loader(Points.of(10)).load(publication());
        try (Connection reading = connect();
                var statement = reading.createStatement()) {
            reading.setAutoCommit(false);
            statement.execute("SELECT count(*) FROM roads");

            assertThatExceptionOfType(RemoteUnavailable.class)
                    .isThrownBy(() -> loader(Points.of(20)).load(publication()));
            assertThatExceptionOfType(RemoteUnavailable.class)
                    .isThrownBy(() -> loader(Points.of(20)).drop("roads"));
            assertThat(ask("SELECT count(*) FROM roads")).isEqualTo("10");
            reading.rollback();
        }

        assertThat(loader(Points.of(20)).load(publication()).rows()).isEqualTo(20);
        assertThat(ask("SELECT count(*) FROM roads")).isEqualTo("20");
    }

    @Test
    void a_second_load_of_the_same_table_is_not_let_in() {
        PostgisLoader second = loader(Points.of(20));
        var reader = Points.of(50_000).with(40_000, () -> assertThatExceptionOfType(RemoteUnavailable.class)
                .isThrownBy(() -> second.load(publication()))
                .withMessageContaining("under way"));

        assertThat(loader(reader).load(publication()).rows()).isEqualTo(50_000);
    }

    @Test
    void a_table_that_is_not_ours_is_never_touched() throws SQLException {
        execute("CREATE TABLE roads AS SELECT 1 AS precious");
        PostgisLoader loader = loader(Points.of(2));

        assertThatExceptionOfType(RemoteRefused.class)
                .isThrownBy(() -> loader.load(publication()))
                .withMessageContaining("has not made");
        assertThatExceptionOfType(RemoteRefused.class).isThrownBy(() -> loader.drop("roads"));
        assertThat(loader.exists("roads")).isFalse();
        assertThat(ask("SELECT precious FROM roads")).isEqualTo("1");
    }

    @Test
    void a_database_without_postgis_says_what_to_do() throws SQLException {
        execute("DROP EXTENSION postgis");

        assertThatExceptionOfType(RemoteRefused.class)
                .isThrownBy(() -> loader(Points.of(2)).load(publication()))
                .withMessageContaining("CREATE EXTENSION postgis;");
        assertThat(bad()).extracting(Finding::remedy).asString().contains("CREATE EXTENSION postgis;");
    }

    @Test
    void postgis_may_be_in_a_schema_of_its_own() throws SQLException {
        execute("DROP EXTENSION postgis");
        execute("CREATE SCHEMA \"gis ext\"");
        execute("CREATE EXTENSION postgis SCHEMA \"gis ext\"");

        assertThat(loader(Points.of(2)).load(publication()).rows()).isEqualTo(2);
        assertThat(bad()).isEmpty();
    }

    @Test
    void a_crs_that_the_database_does_not_know_is_refused() {
        Publication sample = publication();
        Inspection known = sample.inspection();
        var inspection = new Inspection(
                known.format(),
                known.vector(),
                null,
                known.extent(),
                known.geographicExtent(),
                new CoordinateReferenceSystem("EPSG:999999", "Nowhere"),
                List.of());
        Publication publication = SamplePublication.shapefile(folder)
                .name("roads")
                .inspection(inspection)
                .write();

        assertThatExceptionOfType(RemoteRefused.class)
                .isThrownBy(() -> loader(Points.of(2)).load(publication))
                .withMessageContaining("EPSG:999999 (Nowhere) is not in the table spatial_ref_sys");
    }

    @Test
    void a_view_on_the_old_table_is_named() throws SQLException {
        loader(Points.of(2)).load(publication());
        execute("CREATE VIEW important AS SELECT * FROM roads");

        assertThatExceptionOfType(RemoteRefused.class)
                .isThrownBy(() -> loader(Points.of(2)).load(publication()))
                .withMessageContaining("important");
    }

    @Test
    void a_server_that_is_down_is_unavailable_and_one_that_knows_us_not_refuses() {
        var limits = new PostgisLimits(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(9));
        var nobody = PostgisSettings.of("127.0.0.1", server.port(), "postgres", "nobody", "secret")
                .withLimits(limits);
        var down = PostgisSettings.of("127.0.0.1", 1, "postgres", "nobody", "secret")
                .withLimits(limits);

        assertThatExceptionOfType(RemoteRefused.class)
                .isThrownBy(() -> loader(nobody, Points.of(2)).exists("roads"))
                .withMessageContaining("role \"nobody\" does not exist")
                .withMessageNotContaining("secret");
        assertThatExceptionOfType(RemoteUnavailable.class)
                .isThrownBy(() -> loader(down, Points.of(2)).exists("roads"));
        assertThat(down.toString()).doesNotContain("secret");
        assertThat(loader(down, Points.of(2)).checkup(InstantSource.system()).examine())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.BAD);
    }

    @Test
    void a_checkup_names_rights_that_are_missing_and_a_clock_that_differs() throws SQLException {
        execute("DROP ROLE IF EXISTS guest");
        execute("CREATE ROLE guest LOGIN");
        PostgisSettings mine = settings();
        var guest = PostgisSettings.of(mine.host(), mine.port(), mine.database(), "guest", "")
                .withReaders(List.of("no such role"));

        assertThat(loader(guest, Points.of(2))
                        .checkup(InstantSource.fixed(Instant.EPOCH))
                        .examine())
                .filteredOn(finding -> finding.verdict() != Verdict.GOOD)
                .extracting(Finding::what)
                .containsExactly(
                        "may make tables in the schema public",
                        "the role no such role that is to read the tables",
                        "clock");
    }

    private List<Finding> bad() {
        return loader(Points.of(2)).checkup(InstantSource.system()).examine().stream()
                .filter(finding -> finding.verdict() != Verdict.GOOD)
                .toList();
    }
}
