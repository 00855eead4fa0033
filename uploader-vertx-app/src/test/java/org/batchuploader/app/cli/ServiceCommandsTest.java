package org.batchuploader.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batchuploader.app.client.Sender;
import org.batchuploader.app.client.ServiceClient;
import org.batchuploader.app.service.House;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that speak to a running service, through the data folder that they share. */
class ServiceCommandsTest {
    @TempDir
    static Path folder;

    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = House.open(folder);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void send_shows_progress_and_follows_to_the_ending() throws Exception {
        Shell.Result result =
                Shell.run("send", "--data", house.data(), "--follow", house.zip(SampleShapefile.points("followed")));
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("followed.zip [##############################] 100 %");
        assertThat(result.out()).containsPattern("followed.zip received as upload [0-9a-z]{20}; received; ");
        assertThat(result.out().lines().reduce((a, b) -> b))
                .hasValueSatisfying(last -> assertThat(last).startsWith("PUBLISHED"));
    }

    @Test
    void send_ends_with_1_when_the_ending_is_not_publication() throws Exception {
        Path zip = house.zip(SampleShapefile.points("unprojected").crs(null));
        Shell.Result result = Shell.run("send", "--data", house.data(), "--follow", zip);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("NEEDS_CORRECTION");
    }

    @Test
    void send_goes_nowhere_when_a_file_is_not_there() throws Exception {
        Path there = house.zip(SampleShapefile.points("unsent"));
        Shell.Result result = Shell.run("send", "--data", house.data(), there, folder.resolve("missing.zip"));
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("missing.zip").hasLineCount(1);
        assertThat(house.admin().read("/api/v1/uploads?limit=500").toString()).doesNotContain("unsent");
    }

    @Test
    void status_lists_uploads_and_tells_of_one_what_is_wrong_with_it() throws Exception {
        String id =
                house.anna().upload(house.zip(SampleShapefile.points("asked").crs(null)));
        house.anna().ending(id);
        Shell.Result list = Shell.run("status", "--data", house.data());
        assertThat(list.exitCode()).isZero();
        assertThat(list.out())
                .startsWith("queue: ")
                .contains(" running, 0 given up", id + "  NEEDS_CORRECTION  anna  asked.zip");
        Shell.Result json = Shell.run("status", "--data", house.data(), "--json");
        assertThat(json.out())
                .startsWith("{\"queue\":{")
                .contains("\"all\":{", "\"uploads\":[")
                .hasLineCount(1);
        Shell.Result one = Shell.run("status", "--data", house.data(), id);
        assertThat(one.exitCode()).isZero();
        assertThat(one.out()).contains("CRS_MISSING: ", "INSPECTING", "NEEDS_CORRECTION");
    }

    @Test
    void status_of_what_is_not_there_is_one_sentence() {
        Shell.Result result = Shell.run("status", "--data", house.data(), "00000000000000000000");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().lines()).containsExactly("uploader: There is nothing here, or it is somebody else's.");
    }

    @Test
    void users_are_kept_through_the_running_service() throws Exception {
        assertThat(house.admin()
                        .json("POST", "/api/v1/admin/users", Map.of("name", "frida", "password", "frida-secret"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(user("list").out()).contains("admin  administrator", "frida");
        assertThat(user("disable", "frida").exitCode()).isZero();
        assertThat(user("list").out()).contains("frida  disabled");
        assertThat(user("enable", "frida").exitCode()).isZero();
        assertThat(user("remove", "frida").exitCode()).isZero();
        assertThat(user("list").out()).doesNotContain("frida");
        Shell.Result gone = user("remove", "frida");
        assertThat(gone.exitCode()).isEqualTo(1);
        assertThat(gone.err().lines()).containsExactly("uploader: no user is named frida");
    }

    @Test
    void where_no_service_runs_that_is_said() throws Exception {
        Shell.Result local = Shell.run("status", "--data", folder.resolve("empty"));
        assertThat(local.exitCode()).isEqualTo(1);
        assertThat(local.err()).contains("no service runs on this data folder").hasLineCount(1);
    }

    @Test
    void a_folder_that_is_kept_without_a_service_is_opened_directly() {
        Path data = folder.resolve("quiet");
        Shell.Result migrated = Shell.run("migrate", "--data", data);
        assertThat(migrated.exitCode()).as(migrated.err()).isZero();
        assertThat(migrated.out()).contains("up to date");
        assertThat(Shell.run("user", "--data", data, "list").out()).isEmpty();
        Shell.Result nobody = Shell.run("user", "--data", data, "disable", "nobody");
        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.err().lines()).containsExactly("uploader: no user is named nobody");
    }

    @Test
    void a_broken_transfer_is_gone_on_with() throws Exception {
        Path file = SampleGeoTiff.named("cut.tif").size(3000, 1000).writeTo(folder);
        try (CuttingProxy proxy = new CuttingProxy(
                house.base(), 1_500_000, () -> await().until(ServiceCommandsTest::keepsWhatCame, kept -> kept))) {
            var client = ServiceClient.login(proxy.base(), "anna", "anna-secret");
            var receipt = new Sender(client).send(file, position -> {});
            assertThat(house.anna()
                            .ending(receipt.path("id").asText())
                            .path("state")
                            .asText())
                    .isEqualTo("PUBLISHED");
            Matcher resumed = Pattern.compile("Content-Range: bytes (\\d+)-", Pattern.CASE_INSENSITIVE)
                    .matcher(proxy.heads());
            assertThat(resumed.find()).as(proxy.heads()).isTrue();
            assertThat(Long.parseLong(resumed.group(1))).isPositive();
        }
    }

    @Test
    void a_service_that_does_not_answer_is_one_sentence() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var client = ServiceClient.login(URI.create("http://localhost:" + port), "anna", "x");
        IOException failure = catchThrowableOfType(IOException.class, () -> client.get("/api/v1/me"));
        assertThat(Sentences.of(failure)).isEqualTo("no service answers at http://localhost:" + port);
    }

    private static boolean keepsWhatCame() throws Exception {
        return house.anna()
                        .send("HEAD", "/api/v1/uploads/incomplete/cut.tif", BodyPublishers.noBody())
                        .statusCode()
                == 200;
    }

    private static Shell.Result user(Object... words) {
        Object[] all = new Object[words.length + 3];
        all[0] = "user";
        all[1] = "--data";
        all[2] = house.data();
        System.arraycopy(words, 0, all, 3, words.length);
        return Shell.run(all);
    }
}
