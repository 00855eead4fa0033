package org.batchuploader.geoserver.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.Repeats;
import org.batchuploader.testkit.fake.FakeGeoServer;
import org.batchuploader.testkit.fake.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ClientSafetyTest {
    private static final Repeats TWICE = new Repeats(2, Duration.ofMillis(1), Duration.ofSeconds(10));

    private final FakeGeoServer fake = new FakeGeoServer(0).credentials("admin", "secret-word");

    @AfterEach
    void end() {
        fake.close();
    }

    private GeoServerClientBuilder at(URI address) {
        return GeoServerClient.at(address)
                .credentials("admin", "secret-word")
                .connectLimit(Duration.ofSeconds(5))
                .answerLimit(Duration.ofSeconds(20));
    }

    private long asked(String operation) {
        return fake.calls().stream().filter(operation::equals).count();
    }

    @Test
    void a_call_that_only_reads_is_repeated_while_the_server_is_unavailable() {
        fake.faults().on("version.get", Fault.DOWN, 2);

        assertThat(at(fake.address()).repeats(TWICE).build().about().version()).isEqualTo("2.27.1");
        assertThat(asked("version.get")).isEqualTo(3);
    }

    @Test
    void it_is_repeated_so_often_and_not_oftener() {
        fake.faults().on("version.get", Fault.DOWN);

        assertThatThrownBy(at(fake.address()).repeats(TWICE).build()::about)
                .isInstanceOf(RemoteException.Unavailable.class);
        assertThat(asked("version.get")).isEqualTo(3);
    }

    @Test
    void a_call_that_used_up_its_time_is_not_repeated() {
        fake.faults().on("version.get", Fault.HANG);
        GeoServerClient client = at(fake.address())
                .connectLimit(Duration.ofSeconds(5))
                .answerLimit(Duration.ofMillis(300))
                .repeats(new Repeats(2, Duration.ofMillis(1), Duration.ofMillis(100)))
                .build();

        assertThatThrownBy(client::about).isInstanceOf(RemoteException.Unavailable.class);
        assertThat(asked("version.get")).isEqualTo(1);
    }

    @Test
    void a_refusal_is_not_repeated() {
        fake.faults().on("workspace.list", Fault.REFUSE);

        assertThatThrownBy(at(fake.address()).repeats(TWICE).build().workspaces()::names)
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessage("Access is denied");
        assertThat(asked("workspace.list")).isEqualTo(1);
    }

    @Test
    void a_call_that_changes_something_is_made_once() {
        GeoServerClient client = at(fake.address()).repeats(TWICE).build();
        for (String operation : new String[] {"workspace.create", "style.update", "store.delete"}) {
            fake.faults().on(operation, Fault.DOWN);
        }

        assertThatThrownBy(() -> client.workspaces().ensure("up")).isInstanceOf(RemoteException.Unavailable.class);
        assertThatThrownBy(() -> client.layers().putStyle("up", "a", "1.0.0", "<a/>"))
                .isInstanceOf(RemoteException.Unavailable.class);
        assertThatThrownBy(() -> client.stores().delete("up", StoreKind.DATASTORES, "a"))
                .isInstanceOf(RemoteException.Unavailable.class);

        assertThat(asked("workspace.create") + asked("style.update") + asked("store.delete"))
                .isEqualTo(3);
    }

    @Test
    void no_log_has_a_secret_in_it() {
        var seen = new ListAppender<ILoggingEvent>();
        seen.start();
        Logger root = (Logger) LoggerFactory.getLogger("org.batchuploader");
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        root.addAppender(seen);
        try {
            GeoServerClient client = at(fake.address()).build();
            client.workspaces().ensure("up");
            client.stores().putPostgis("up", "db", Map.of("host", "db.example", "passwd", "table-word"));
            assertThatThrownBy(at(fake.address())
                            .credentials("admin", "other-word")
                            .build()::about)
                    .hasMessageNotContaining("other-word");
        } finally {
            root.detachAppender(seen);
            root.setLevel(before);
        }

        String basic = Base64.getEncoder().encodeToString("admin:secret-word".getBytes(StandardCharsets.UTF_8));
        assertThat(seen.list).hasSizeGreaterThan(3);
        assertThat(seen.list).allSatisfy(event -> assertThat(event.getFormattedMessage() + event.getKeyValuePairs())
                .doesNotContain("secret-word", "table-word", "other-word", basic));
    }

    @Test
    void an_answer_without_an_end_is_cut_off_by_its_size() throws Exception {
        var sent = new AtomicLong();
        var hungUp = new CountDownLatch(1);
        HttpServer endless = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endless.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[64 * 1024];
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(chunk);
                    sent.addAndGet(chunk.length);
                }
            } catch (IOException closed) {
                hungUp.countDown();
            }
        });
        endless.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + endless.getAddress().getPort() + "/geoserver");

            assertThatThrownBy(at(address).build()::about).isInstanceOf(RemoteException.class);

            assertThat(hungUp.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(sent.get()).isLessThan(64L * 1024 * 1024);
        } finally {
            endless.stop(0);
        }
    }

    @Test
    void an_answer_that_drips_is_cut_off_by_its_time() {
        fake.faults().on("version.get", Fault.DRIP);
        GeoServerClient client = at(fake.address())
                .connectLimit(Duration.ofSeconds(5))
                .answerLimit(Duration.ofMillis(300))
                .repeats(Repeats.NEVER)
                .build();

        assertThatThrownBy(client::about)
                .isInstanceOf(RemoteException.Unavailable.class)
                .hasMessageContaining("within 300 ms");
    }

    @Test
    void credentials_do_not_belong_into_the_address_and_are_not_repeated_from_there() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeoServerClient.at(URI.create("http://admin:secret-word@maps.example/geoserver")))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret-word"));
        assertThatIllegalArgumentException().isThrownBy(() -> GeoServerClient.at(URI.create("http://maps.example/"))
                .credentials("a:b", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://maps.example/", "file:///etc", "/geoserver", "maps.example", "jar:http://a!/"})
    void what_is_no_web_address_is_no_geoserver(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> GeoServerClient.at(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:/data/a.shp",
                "file:///data/a.shp",
                "a.shp",
                "/data/../etc/a.shp",
                "/a\nb.shp",
                "http://a/b.shp"
            })
    void a_path_that_is_not_plain_is_never_sent(String path) {
        GeoServerClient client = at(fake.address()).build();

        assertThatIllegalArgumentException().isThrownBy(() -> client.stores().linkShapefile("up", "a", null, path));
        assertThatIllegalArgumentException().isThrownBy(() -> client.stores().linkGeoTiff("up", "a", "a", path));
        assertThat(fake.calls()).isEmpty();
    }
}
