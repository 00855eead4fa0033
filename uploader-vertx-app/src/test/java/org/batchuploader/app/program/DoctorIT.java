package org.batchuploader.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.batchuploader.testkit.fake.Fakes;
import org.batchuploader.testkit.fake.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorIT {
    @TempDir
    Path folder;

    @Test
    void with_nothing_configured_the_machine_is_looked_at_and_nothing_is_made() throws Exception {
        Program.Result result = doctor();
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.out())
                .contains("this machine", "data folder", "database", "FTP", "uploads will come through");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void the_probe_goes_through_all_three_systems_and_leaves_nothing() throws Exception {
        try (Fakes fakes = new Fakes(0)) {
            configured(fakes);
            Program.Result result = doctor("--config", "c.yaml", "--probe");
            assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
            assertThat(result.out())
                    .contains(
                            "GeoServer", "GeoNode", "GeoNetwork", "published as uploader_probe_", "removed everywhere");
            fakes.all().forEach(fake -> assertThat(
                            fake.state().lines().filter(line -> !line.strip().startsWith("job ")))
                    .noneMatch(line -> line.contains("uploader_probe")));
        }
    }

    @Test
    void what_is_bad_says_what_to_do_and_no_secret() throws Exception {
        try (Fakes fakes = new Fakes(0)) {
            configured(fakes);
            Path file = folder.resolve("c.yaml");
            Files.writeString(file, Files.readString(file).replace("password: geonode", "password: hunter2"));
            fakes.geoNetwork().faults().on("*", Fault.DOWN);
            Program.Result result = doctor("--config", "c.yaml");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out())
                    .contains("bad", "->", "something has to be done first")
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void a_probe_that_fails_says_where_and_why() throws Exception {
        try (Fakes fakes = new Fakes(0)) {
            configured(fakes);
            fakes.geoNetwork().faults().on("put", Fault.REFUSE);
            Program.Result result = doctor("--config", "c.yaml", "--probe", "--json");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out()).contains("\"good\" : false", "GeoNetwork refused", "removed everywhere");
        }
    }

    private void configured(Fakes fakes) throws IOException {
        Files.writeString(folder.resolve("c.yaml"), fakes.configuration());
    }

    private Program.Result doctor(String... words) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Object[] all = new Object[words.length + 3];
        all[0] = "doctor";
        all[1] = "--data";
        all[2] = "data";
        System.arraycopy(words, 0, all, 3, words.length);
        return Program.run(folder, Map.of("UPLOADER_FTP_PORT", "" + port, "UPLOADER_FTP_PASSIVEPORTS", "0"), all);
    }
}
