package org.batchuploader.geoserver.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.batchuploader.core.doctor.Finding;
import org.batchuploader.core.doctor.Verdict;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geoserver.catalog.DataWay;
import org.batchuploader.geoserver.catalog.LayerTables;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.geoserver.client.Stores;
import org.batchuploader.remote.Repeats;
import org.batchuploader.testkit.fake.FakeGeoServer;
import org.batchuploader.testkit.fake.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class GeoServerCheckupTest {
    private final FakeGeoServer fake = new FakeGeoServer(0).credentials("admin", "secret-word");

    @TempDir
    Path temp;

    @AfterEach
    void end() {
        fake.close();
    }

    private GeoServerClient client(URI address, String password) {
        return GeoServerClient.at(address)
                .credentials("admin", password)
                .connectLimit(Duration.ofSeconds(2))
                .answerLimit(Duration.ofSeconds(5))
                .repeats(Repeats.NEVER)
                .build();
    }

    private List<Finding> examine(DataWay way) {
        return new GeoServerCheckup(client(fake.address(), "secret-word"), way, InstantSource.system()).examine();
    }

    private static Finding finding(List<Finding> findings, String what) {
        return findings.stream()
                .filter(finding -> finding.what().contains(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError(what + " is not among " + findings));
    }

    private void makeWorkspace() {
        client(fake.address(), "secret-word").workspaces().ensure("town");
    }

    @Test
    void all_is_well_and_nothing_is_changed_by_asking() {
        makeWorkspace();
        String before = fake.state();

        List<Finding> findings = examine(DataWay.streamed());

        assertThat(findings).allMatch(finding -> finding.verdict() == Verdict.GOOD);
        assertThat(finding(findings, "version").found()).isEqualTo("2.27.1");
        assertThat(fake.state()).isEqualTo(before);
    }

    @Test
    void a_wrong_password_is_told_without_it() {
        List<Finding> findings = new GeoServerCheckup(
                        client(fake.address(), "wrong-word"), DataWay.streamed(), InstantSource.system())
                .examine();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.BAD);
            assertThat(finding.what()).isEqualTo("user name and password");
            assertThat(finding.toString()).doesNotContain("wrong-word");
        });
    }

    @Test
    void a_server_that_is_down_and_one_at_another_path_are_told_apart() {
        fake.faults().once("version.get", Fault.DOWN);
        assertThat(finding(examine(DataWay.streamed()), "reachable").remedy()).contains("that it runs");

        URI elsewhere = URI.create(fake.address().toString().replace("/geoserver", "/geoserver/rest/workspaces/none"));
        List<Finding> findings = new GeoServerCheckup(
                        client(elsewhere, "secret-word"), DataWay.streamed(), InstantSource.system())
                .examine();
        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.remedy())
                .contains("context path"));
    }

    @Test
    void a_user_who_may_not_create_workspaces_is_found_out_without_creating_one() {
        makeWorkspace();
        fake.faults().on("workspace.create", Fault.REFUSE);

        Finding finding = finding(examine(DataWay.streamed()), "may create");

        assertThat(finding.verdict()).isEqualTo(Verdict.BAD);
        assertThat(finding.remedy()).contains("ADMIN");
    }

    @Test
    void without_any_workspace_the_right_to_create_one_is_not_tried_out() {
        Finding finding = finding(examine(DataWay.streamed()), "may create");

        assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(fake.calls()).doesNotContain("workspace.create");
    }

    @Test
    void missing_modules_are_told_by_how_much_they_are_missed() {
        fake.without("wfs").without("wcs").without("gwc");

        List<Finding> findings = examine(DataWay.streamed());

        assertThat(finding(findings, "WFS").verdict()).isEqualTo(Verdict.BAD);
        assertThat(finding(findings, "WCS").verdict()).isEqualTo(Verdict.WARNING);
        assertThat(finding(findings, "GeoWebCache").found()).contains("none, which is fine");
    }

    @Test
    void a_clock_that_is_wrong_is_told() {
        List<Finding> findings = new GeoServerCheckup(
                        client(fake.address(), "secret-word"),
                        DataWay.streamed(),
                        InstantSource.fixed(Instant.now().plusSeconds(3600)))
                .examine();

        assertThat(finding(findings, "clock").verdict()).isEqualTo(Verdict.WARNING);
        assertThat(finding(findings, "clock").remedy()).contains("NTP");
    }

    @Test
    void a_shared_disk_that_is_not_mounted_is_told() {
        String what = "disk shared";

        assertThat(finding(examine(DataWay.sharedDisk(temp, "/data")), what).verdict())
                .isEqualTo(Verdict.GOOD);
        assertThat(finding(examine(DataWay.sharedDisk(temp.resolve("none"), "/data")), what)
                        .verdict())
                .isEqualTo(Verdict.BAD);
    }

    @Test
    void a_store_that_is_declared_shows_whether_geoserver_reaches_the_database() {
        var ours = Map.of("host", "db.example", "database", "gis");
        DataWay way = DataWay.tables(new NoTables(), ours, DataWay.streamed());
        String what = "from GeoServer to PostGIS";
        Stores stores = client(fake.address(), "secret-word").stores();
        makeWorkspace();
        stores.putPostgis("town", "other", Map.of("host", "db.example", "database", "theirs"));
        assertThat(finding(examine(way), what).found()).contains("no store is declared yet");

        stores.putPostgis("town", "roads_1", ours);
        assertThat(finding(examine(way), what).found()).contains("reads the database");

        fake.faults().on("featuretype.list", Fault.DOWN);
        assertThat(finding(examine(way), what).verdict()).isEqualTo(Verdict.BAD);
    }

    /** A database that nobody asks for anything. */
    private static final class NoTables implements LayerTables {
        @Override
        public void load(Publication publication) {
            throw new AssertionError("a look changes nothing");
        }

        @Override
        public void drop(String layerName) {
            throw new AssertionError("a look changes nothing");
        }
    }
}
