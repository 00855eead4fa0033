package org.batchuploader.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** curl, lftp and Python's ftplib with TLS; where one of them is missing these tests do not run, and say so. */
@EnabledIf(value = "areThere", disabledReason = "curl, lftp or python3 is not installed; .ci/run installs them")
class RealClientsTest {
    private static final byte[] BYTES = new byte[2_000_000];

    @TempDir
    static Path keys;

    @SuppressWarnings("NullAway.Init")
    private static Certificate certificate;

    @TempDir
    Path folder;

    static boolean areThere() {
        return Stream.of("curl", "lftp", "python3")
                .allMatch(program -> Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, program))));
    }

    @BeforeAll
    static void make() throws Exception {
        certificate = Certificate.make(keys, "RSA");
        new Random(5).nextBytes(BYTES);
        Files.write(keys.resolve("atlas.zip"), BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2"})
    void curl_sends_and_fetches_with_resumed_data_connections(String version) throws Exception {
        try (House house = House.with(folder, settings())) {
            String url = "ftp://127.0.0.1:" + house.port() + "/atlas.zip";
            List<String> curl = List.of(
                    "curl",
                    "-sS",
                    "--ssl-reqd",
                    "--cacert",
                    certificate.certificate().toString(),
                    "--tlsv" + version,
                    "--tls-max",
                    version,
                    "-u",
                    "anna:" + House.PASSWORD);
            run(curl, "-T", keys.resolve("atlas.zip").toString(), url);
            run(curl, "-o", folder.resolve("back").toString(), url);
            assertThat(folder.resolve("back")).hasBinaryContent(BYTES);
            assertThat(run(curl, "ftp://127.0.0.1:" + house.port() + "/")).contains("atlas.zip");
            assertThat(house.fileNames()).containsExactly("atlas.zip");
        }
    }

    @Test
    void curl_begins_with_tls_where_a_port_does() throws Exception {
        FtpRules rules = FtpRules.DEFAULT.withTls(tls().withImplicitPort(0));
        try (House house = House.with(folder, House.SETTINGS.withRules(rules))) {
            String url = house.source.addresses().get(1).replace("localhost", "127.0.0.1") + "atlas.zip";
            run(
                    List.of("curl", "-sS", "--cacert", certificate.certificate().toString()),
                    "-u",
                    "anna:" + House.PASSWORD,
                    "-T",
                    keys.resolve("atlas.zip").toString(),
                    url);
            assertThat(house.fileNames()).containsExactly("atlas.zip");
        }
    }

    @Test
    void lftp_mirrors_a_folder_with_resumed_data_connections() throws Exception {
        Path tree = Files.createDirectories(folder.resolve("tree/2026"));
        for (int i = 0; i < 20; i++) {
            Files.write(tree.resolve("a" + i + ".zip"), Arrays.copyOf(BYTES, 1000 + i));
        }
        try (House house = House.with(folder, settings())) {
            run(
                    List.of("lftp", "-u", "anna," + House.PASSWORD, "ftp://127.0.0.1:" + house.port()),
                    "-e",
                    "set ssl:ca-file " + certificate.certificate()
                            + "; set ftp:ssl-force true; set ftp:ssl-protect-data true; "
                            + "set net:max-retries 1; set ssl:check-hostname false; mirror -R -P 4 "
                            + folder.resolve("tree") + " /; cls /2026; bye");
            assertThat(house.fileNames()).hasSize(20);
        }
    }

    @Test
    void ftplib_sends_with_the_session_of_its_control_connection() throws Exception {
        Path script = Files.writeString(
                folder.resolve("send.py"),
                """
                import ftplib, ssl, sys
                class Resuming(ftplib.FTP_TLS):
                    def ntransfercmd(self, command, rest=None):
                        connection, size = ftplib.FTP.ntransfercmd(self, command, rest)
                        return self.context.wrap_socket(
                            connection, server_hostname=self.host, session=self.sock.session), size
                context = ssl.create_default_context(cafile=sys.argv[2])
                ftp = Resuming(context=context)
                ftp.connect("127.0.0.1", int(sys.argv[1]), timeout=20)
                ftp.login("anna", sys.argv[3])
                ftp.prot_p()
                with open(sys.argv[4], "rb") as file:
                    print(ftp.storbinary("STOR atlas.zip", file))
                print(ftp.nlst(), ftp.size("atlas.zip"))
                plain = ftplib.FTP_TLS(context=context)
                plain.connect("127.0.0.1", int(sys.argv[1]), timeout=20)
                plain.login("anna", sys.argv[3])
                plain.prot_p()
                try:
                    plain.nlst()
                except (ftplib.Error, OSError) as e:
                    print("refused", e)
                """);
        try (House house = House.with(folder, settings())) {
            String said = run(
                    List.of("python3", script.toString()),
                    String.valueOf(house.port()),
                    certificate.certificate().toString(),
                    House.PASSWORD,
                    keys.resolve("atlas.zip").toString());
            assertThat(said).contains("226 atlas.zip stored", "['atlas.zip'] 2000000", "refused");
        }
    }

    private static String run(List<String> program, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(program.stream(), Arrays.stream(arguments)).toList();
        Path said = Files.createTempFile(keys, "said", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as(program.get(0) + " ended").isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        return Files.readString(said);
    }

    private static FtpTls tls() {
        return new FtpTls(certificate.files())
                .withRequired(Networks.NONE)
                .withProtectedData()
                .withResumption();
    }

    private static FtpSettings settings() {
        return House.SETTINGS.withRules(FtpRules.DEFAULT.withTls(tls()));
    }
}
