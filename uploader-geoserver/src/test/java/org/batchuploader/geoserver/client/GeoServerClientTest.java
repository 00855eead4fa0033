package org.batchuploader.geoserver.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.Repeats;
import org.batchuploader.remote.StreamedBody;
import org.batchuploader.testkit.fake.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoServerClientTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private static GeoServerClient client(Duration limit) {
        return GeoServerClient.at(URI.create(SERVER.baseUrl() + "/geoserver/"))
                .credentials("admin", "secret-word")
                .connectLimit(Duration.ofSeconds(5))
                .answerLimit(limit)
                .repeats(Repeats.NEVER)
                .build();
    }

    private final GeoServerClient client = client(Duration.ofSeconds(20));

    private static void always(String transcript) {
        SERVER.stubFor(
                any(anyUrl()).willReturn(Recorded.of("geoserver", transcript).answer()));
    }

    @Test
    void reads_the_version() {
        always("01-version");

        assertThat(client.about().version()).isEqualTo("2.27.1");
    }

    @Test
    void a_wrong_password_is_unauthorised_and_the_message_keeps_it_secret() {
        always("02-wrong-password");

        assertThatThrownBy(client::about)
                .isInstanceOf(RemoteException.Unauthorised.class)
                .hasMessageContaining("user name and password")
                .hasMessageNotContaining("secret-word");
    }

    @Test
    void a_missing_workspace_is_created() {
        SERVER.stubFor(get(urlEqualTo("/geoserver/rest/workspaces/up.json"))
                .willReturn(Recorded.of("geoserver", "03-workspace-missing").answer()));
        SERVER.stubFor(post(urlEqualTo("/geoserver/rest/workspaces"))
                .willReturn(Recorded.of("geoserver", "04-workspace-create").answer()));

        client.workspaces().ensure("up");

        SERVER.verify(postRequestedFor(urlEqualTo("/geoserver/rest/workspaces"))
                .withRequestBody(equalToJson("{\"workspace\":{\"name\":\"up\"}}")));
    }

    @Test
    void a_workspace_that_somebody_else_just_created_is_fine() {
        SERVER.stubFor(get(urlEqualTo("/geoserver/rest/workspaces/up.json"))
                .willReturn(Recorded.of("geoserver", "03-workspace-missing").answer()));
        SERVER.stubFor(post(urlEqualTo("/geoserver/rest/workspaces"))
                .willReturn(
                        Recorded.of("geoserver", "05-workspace-create-again").answer()));

        client.workspaces().ensure("up");

        SERVER.verify(1, postRequestedFor(urlEqualTo("/geoserver/rest/workspaces")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "06-workspace-create-badname | Refused | Invalid URI syntax for 'http://a b/c' in namespace 'a b/c'",
                "13-shp-put-no-workspace | Unavailable | \"namespace\" is null",
                "29-shp-post-ft-taken | Conflict | Resource named 'second' already exists in store: 'badprj'",
                "40-shp-notzip | Refused | Error occured unzipping file",
                "46-tif-nogeo-put | Refused | Could not acquire reader for coverage.",
                "48-tif-broken-put | Refused | Could not acquire reader for coverage.",
                "50-style-create-again | Conflict | Style poly_blue already exists.",
                "58-delete-store-nonrecurse | Refused | status 403 and no reason",
            })
    void an_answer_becomes_the_trouble_it_is(String transcript, String kind, String sentence, @TempDir Path temp)
            throws IOException {
        always(transcript);
        Path tiff = Files.write(temp.resolve("tiff"), new byte[100]);

        assertThatThrownBy(() -> client.stores().putGeoTiff("up", "rgb", "rgb", StreamedBody.of(tiff)))
                .isInstanceOf(RemoteException.class)
                .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(kind))
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void a_server_that_cannot_now_is_unavailable(int status) {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));

        assertThatThrownBy(client::about).isInstanceOf(RemoteException.Unavailable.class);
    }

    @Test
    void a_server_that_hangs_is_cut_by_the_time_limit() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(60_000)));

        assertThatThrownBy(client(Duration.ofMillis(200))::about)
                .isInstanceOf(RemoteException.Unavailable.class)
                .hasMessageContaining("within 200 ms");
    }

    @Test
    void a_server_that_dribbles_its_answer_is_cut_by_the_time_limit() {
        SERVER.stubFor(
                any(anyUrl()).willReturn(aResponse().withBody("x".repeat(1000)).withChunkedDribbleDelay(100, 60_000)));

        assertThatThrownBy(client(Duration.ofMillis(300))::about).isInstanceOf(RemoteException.Unavailable.class);
    }

    @Test
    void a_refused_connection_is_unavailable() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var nobody = GeoServerClient.at(URI.create("http://localhost:" + free + "/geoserver"))
                .build();

        assertThatThrownBy(nobody::about)
                .isInstanceOf(RemoteException.Unavailable.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void of_a_huge_error_page_only_the_beginning_is_read() {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse().withStatus(400).withBody("too much " + "x".repeat(10 * 1024 * 1024))));

        assertThatThrownBy(client::about)
                .isInstanceOf(RemoteException.Refused.class)
                .satisfies(
                        e -> assertThat(e.getMessage()).startsWith("too much").hasSizeLessThan(310));
    }

    @Test
    void an_answer_that_is_not_geoservers_is_refused() {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody("<html>please log in")));

        assertThatThrownBy(client::about).isInstanceOf(RemoteException.Refused.class);
    }

    @Test
    void counts_features_as_wfs_does() {
        always("56-wfs-hits");

        assertThat(client.services().countFeatures("up", "nc")).hasValue(100);
    }

    @Test
    void what_wfs_says_of_truncated_data_is_the_reason() {
        always("74-trunc-wfs");

        assertThatThrownBy(() -> client.services().countFeatures("up", "nc"))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessageContaining("java.nio.BufferUnderflowException");
    }

    @Test
    void a_map_that_is_an_exception_with_status_200_is_refused() {
        always("75-trunc-wms");

        assertThatThrownBy(() -> client.services().drawMap("up", "nc", new BoundingBox(-85, 33, -75, 37)))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessageContaining("Rendering process failed. Layers: nc");
    }

    @Test
    void taking_down_what_is_gone_is_fine() {
        always("60-delete-store-again");

        assertThat(client.stores().delete("up", StoreKind.DATASTORES, "nc")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "a/b", "", "..", "a b", "ü"})
    void a_name_that_is_a_path_is_never_sent(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> client.stores().delete("up", StoreKind.DATASTORES, name));
        assertThat(SERVER.getAllServeEvents()).isEmpty();
    }
}
