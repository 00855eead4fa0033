package org.batchuploader.ftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPSClient;
import org.batchuploader.core.upload.UploadFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FtpsTest {
    private static final byte[] BYTES = new byte[3_000_000];

    @TempDir
    static Path keys;

    @SuppressWarnings("NullAway.Init")
    private static Certificate certificate;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() throws Exception {
        certificate = Certificate.make(keys, "EC");
        new Random(9).nextBytes(BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2"})
    void files_come_and_go_encrypted(String version) throws Exception {
        try (House house = House.with(folder, settings(tls().withProtectedData()))) {
            FTPSClient anna = client(version, false);
            anna.connect("127.0.0.1", house.port());
            comesAndGoes(house, anna);
        }
    }

    @Test
    void a_connection_may_begin_with_tls() throws Exception {
        try (House house = House.with(folder, settings(tls().withImplicitPort(0)))) {
            FTPSClient anna = client("TLSv1.2", true);
            URI address = URI.create(house.source.addresses().get(1));
            assertThat(address.getScheme()).isEqualTo("ftps");
            anna.connect("127.0.0.1", address.getPort());
            comesAndGoes(house, anna);
        }
    }

    @Test
    void an_rsa_key_in_its_own_form_is_read() throws Exception {
        Certificate rsa = Certificate.make(keys, "RSA");
        byte[] pkcs8 =
                Base64.getMimeDecoder().decode(Files.readString(rsa.key()).replaceAll("-----.*-----", ""));
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        Files.writeString(rsa.key(), Certificate.pem("RSA PRIVATE KEY", pkcs1));
        try (House house = House.with(folder, settings(new FtpTls(rsa.files())))) {
            FTPSClient anna = client("TLSv1.2", false);
            anna.connect("127.0.0.1", house.port());
            comesAndGoes(house, anna);
        }
    }

    @Test
    void where_tls_is_required_nobody_logs_in_without_it_but_from_named_networks() throws Exception {
        try (House house = House.with(folder, settings(tls().withRequired(Networks.of("10.0.0.0/8"))));
                Line line = new Line(house.port())) {
            assertThat(line.say("USER anna")).startsWith("530 Log in over TLS only");
            assertThat(line.say("PASS " + House.PASSWORD)).startsWith("503 ");
        }
        try (House house = House.with(folder, settings(tls().withRequired(Networks.of("127.0.0.0/8"))));
                Line line = new Line(house.port())) {
            assertThat(line.say("USER anna")).startsWith("331 ");
        }
    }

    @Test
    void where_data_is_protected_it_does_not_go_in_clear() throws Exception {
        try (House house = House.with(folder, settings(tls().withProtectedData()));
                Line line = encrypted(house, Trusting.context("TLSv1.2"))) {
            line.say("PBSZ 0");
            assertThat(line.say("PROT C")).startsWith("534 ");
            line.passivePort();
            assertThat(line.say("STOR a.zip")).startsWith("521 ");
            assertThat(line.say("LIST")).startsWith("521 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2"})
    void data_that_does_not_resume_the_session_of_its_control_connection_is_refused_where_that_is_asked_for(
            String version) throws Exception {
        try (House house = House.with(folder, settings(tls().withResumption()));
                Line line = encrypted(house, Trusting.context(version))) {
            line.say("PROT P");
            assertThat(send(line, "a.zip", Trusting.context(version), house.port()))
                    .isEqualTo("522 A data connection must resume the TLS session of its control connection.");
            assertThat(house.uploads()).isEmpty();
        }
    }

    @Test
    void another_clients_session_is_not_the_control_connections() throws Exception {
        SSLContext first = Trusting.context("TLSv1.2");
        SSLContext second = Trusting.context("TLSv1.2");
        try (House house = House.with(folder, settings(tls().withResumption()));
                Line one = encrypted(house, first);
                Line two = encrypted(house, second)) {
            one.say("PROT P");
            two.say("NOOP");
            assertThat(send(one, "a.zip", second, house.port())).startsWith("522 ");
        }
    }

    @Test
    void clear_text_that_comes_with_auth_is_never_taken_as_the_encrypted_peers() throws Exception {
        try (House house = House.with(folder, settings(tls()));
                Line line = new Line(house.port())) {
            line.send("AUTH TLS\r\nUSER mallory\r\n".getBytes(UTF_8));
            assertThat(line.untilClosed()).doesNotContain("331");
        }
        try (House house = House.with(folder, settings(tls()));
                Line line = new Line(house.port())) {
            line.send("AUTH TLS\r\nSITE ".getBytes(UTF_8));
            assertThat(line.read()).startsWith("234 ");
            line.encrypt(Trusting.context("TLSv1.2"));
            assertThat(line.say("USER anna")).startsWith("331 ");
        }
    }

    @Test
    void a_changed_certificate_is_used_for_new_sessions_and_old_ones_go_on() throws Exception {
        Certificate mine = Certificate.make(keys, "EC");
        try (House house = House.with(folder, settings(new FtpTls(mine.files())));
                Line old = encrypted(house, Trusting.context("TLSv1.2"))) {
            var before = serial(house);
            Certificate next = Certificate.make(keys, "RSA");
            Files.copy(next.certificate(), mine.certificate(), StandardCopyOption.REPLACE_EXISTING);
            assertThat(serial(house)).as("the key does not fit yet").isEqualTo(before);
            Files.copy(next.key(), mine.key(), StandardCopyOption.REPLACE_EXISTING);
            assertThat(serial(house)).isNotEqualTo(before);
            assertThat(old.say("NOOP")).startsWith("200 ");
        }
    }

    @Test
    void feat_tells_of_tls_where_there_is_a_certificate() throws Exception {
        try (House house = House.with(folder, settings(tls()));
                Line line = new Line(house.port())) {
            assertThat(line.ask("FEAT")).contains(" AUTH TLS\n", " PBSZ\n", " PROT\n");
        }
        try (House house = House.at(folder);
                Line line = new Line(house.port())) {
            assertThat(line.ask("FEAT")).doesNotContain("AUTH TLS");
            assertThat(line.say("AUTH TLS")).startsWith("502 ");
            assertThat(line.say("PROT P")).startsWith("503 ");
        }
    }

    @Test
    void a_certificate_that_cannot_be_used_is_said_when_the_door_opens() throws Exception {
        Certificate other = Certificate.make(keys, "EC");
        Files.copy(certificate.key(), other.key(), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> House.with(folder, settings(new FtpTls(other.files()))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the key does not belong to");
        Files.writeString(
                other.key(), "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
        assertThatThrownBy(() -> House.with(folder, settings(new FtpTls(other.files()))))
                .hasMessageContaining("the key has a password");
    }

    private static void comesAndGoes(House house, FTPSClient client) throws IOException {
        assertThat(client.login("anna", House.PASSWORD)).isTrue();
        client.execPBSZ(0);
        client.execPROT("P");
        client.enterLocalPassiveMode();
        client.setFileType(FTP.BINARY_FILE_TYPE);
        assertThat(client.storeFile("atlas.zip", new ByteArrayInputStream(BYTES)))
                .isTrue();
        assertThat(client.listNames()).containsExactly("atlas.zip");
        var back = new ByteArrayOutputStream();
        assertThat(client.retrieveFile("atlas.zip", back)).isTrue();
        assertThat(back.toByteArray()).isEqualTo(BYTES);
        client.disconnect();
        assertThat(house.uploads())
                .flatExtracting(u -> u.files())
                .extracting(UploadFile::size)
                .containsExactly(3_000_000L);
    }

    /** A session of anna's, as far as its TLS. */
    private static Line encrypted(House house, SSLContext context) throws IOException {
        Line line = new Line(house.port());
        line.say("AUTH TLS");
        line.encrypt(context);
        line.say("USER anna");
        line.say("PASS " + House.PASSWORD);
        return line;
    }

    private static String send(Line line, String name, SSLContext context, int sessionOf) throws IOException {
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), line.passivePort());
        line.say("STOR " + name);
        SSLSocket data = (SSLSocket) context.getSocketFactory().createSocket(plain, "127.0.0.1", sessionOf, true);
        try (data) {
            data.getOutputStream().write(new byte[] {'P', 'K', 3, 4});
            data.shutdownOutput();
            data.getInputStream().readAllBytes();
        } catch (IOException e) {
            // the server hung up on us
        }
        return line.read();
    }

    private static BigInteger serial(House house) throws Exception {
        try (Line line = new Line(house.port())) {
            line.say("AUTH TLS");
            return line.encrypt(Trusting.context("TLSv1.2")).getSerialNumber();
        }
    }

    private static FTPSClient client(String version, boolean implicit) throws Exception {
        FTPSClient client = new FTPSClient(implicit, Trusting.context(version));
        client.setTrustManager(new Trusting());
        client.setEnabledProtocols(new String[] {version});
        return client;
    }

    private static FtpTls tls() {
        return new FtpTls(certificate.files());
    }

    private static FtpSettings settings(FtpTls tls) {
        return House.SETTINGS.withRules(FtpRules.DEFAULT.withTls(tls));
    }
}
