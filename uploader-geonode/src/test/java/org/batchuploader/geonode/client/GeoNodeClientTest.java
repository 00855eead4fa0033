package org.batchuploader.geonode.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.batchuploader.remote.Multipart;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.Repeats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoNodeClientTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final GeoNodeClient client = client(Duration.ofSeconds(20));

    private static GeoNodeClient client(Duration limit) {
        return GeoNodeClient.at(URI.create(SERVER.baseUrl() + "/"))
                .credentials("admin", "secret-word")
                .answerLimit(limit)
                .repeats(new Repeats(2, Duration.ofMillis(1), Duration.ofSeconds(5)))
                .build();
    }

    private static void always(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static DatasetUpload roads() {
        return DatasetUpload.shapefile("roads", Multipart.text("shapes"))
                .part("shx", Multipart.text("index"))
                .part("dbf", Multipart.text("rows"))
                .part("prj", Multipart.text("crs"));
    }

    @Test
    void the_version_is_read_from_the_site_s_identity() {
        SERVER.stubFor(get("/ident.json").willReturn(okJson("{\"siteurl\":\"x\",\"version\":\"5.0.2\"}")));

        assertThat(client.version()).isEqualTo("5.0.2");
    }

    @ParameterizedTest
    @CsvSource({"4.4.3, 4.4.3", "<html>, unknown", "'', unknown"})
    void without_an_identity_the_version_is_read_from_its_text(String text, String version) {
        SERVER.stubFor(get("/ident.json").willReturn(aResponse().withStatus(404)));
        SERVER.stubFor(get("/version.txt").willReturn(aResponse().withBody(text + "\n")));

        assertThat(client.version()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            401 | {"success":false,"errors":["Invalid username/password."],"code":"authentication_failed"} | Unauthorised | Invalid username/password. (authentication_failed)
            401 | {"success":false,"status":"error","errors":{"user":["No such user."]}} | Unauthorised | No such user.
            403 | {"success":false,"errors":["You do not have permission."],"code":"permission_denied"} | Refused | You do not have permission. (permission_denied)
            400 | {"success":false,"errors":["A valid boolean is required."],"code":"invalid"} | Refused | A valid boolean is required. (invalid)
            400 | {"success":false,"errors":["Total upload size exceeds 100 MB."],"code":"total_upload_size_exceeded"} | Refused | Total upload size exceeds 100 MB.
            400 | {"success":false,"errors":["The number of active parallel uploads exceeds 5."],"code":"upload_parallelism_limit_exceeded"} | Unavailable | active parallel uploads
            500 | {"success":false,"errors":["No handlers found for this dataset type."],"code":"importer_exception"} | Refused | No handlers found
            400 | {"success":false,"errors":["The file is not valid."],"code":"invalid_file_type"} | Refused | The file is not valid.
            404 | {"detail":"Not found."} | NotFound | Not found.
            404 | {"success":false,"error":"Command not found"} | NotFound | Command not found
            404 | '' | NotFound | status 404 and no reason
            403 | '' | Refused | status 403 and no reason
            400 | '' | Refused | status 400 and no reason
            409 | {"detail":"Taken."} | Conflict | Taken.
            405 | Error: Instance in read-only mode | Unavailable | read-only mode
            503 | Error: Instance in maintenance mode | Unavailable | maintenance mode
            302 | '' | Unavailable | status 302
            500 | <html><title>Server Error (500)</title></html> | Unavailable | Server Error (500)
            502 | '' | Unavailable | status 502
            429 | {"detail":"Request was throttled."} | Unavailable | throttled
            """)
    void each_of_geonode_s_troubles_has_its_kind_and_its_sentence(
            int status, String body, String kind, String sentence) {
        always(aResponse().withStatus(status).withBody(body == null ? "" : body));

        assertThatThrownBy(() -> client.uploads().upload(roads()))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("secret-word")
                .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(kind));
    }

    @Test
    void an_unfinished_change_of_permissions_passes() {
        always(aResponse().withStatus(400));

        assertThatThrownBy(
                        () -> client.datasets().permit(42, Map.of(new Group(1, "anonymous", null, null), Level.VIEW)))
                .isInstanceOf(RemoteException.Unavailable.class)
                .hasMessageContaining("earlier change");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>A login page</html>", "[]", "\"text\"", "{\"datasets\":7}", "{\"data"})
    void what_is_not_geonode_s_api_is_refused(String body) {
        always(aResponse().withBody(body));

        assertThatThrownBy(() -> client.datasets().ofLayer("up", "roads"))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessageContaining("not GeoNode's API");
    }

    @Test
    void an_answer_without_a_body_is_refused_where_one_is_needed_and_fine_where_not() {
        always(aResponse().withStatus(200));

        assertThatThrownBy(() -> client.datasets().ofLayer("up", "roads")).isInstanceOf(RemoteException.Refused.class);
        client.datasets().change(42, DatasetChange.of("Roads", null, List.of()));
        client.users().transfer(1, 2, List.of(42L));
    }

    @Test
    void documents_without_what_we_look_for_are_empty() {
        always(okJson("{\"links\":{},\"total\":0,\"new_in_6\":{\"deep\":[1]}}"));

        assertThat(client.users().named("ann")).isEmpty();
        assertThat(client.uploads().ofFile("roads.shp")).isEmpty();
        assertThat(client.uploads().largest()).isEmpty();
        assertThat(client.jobs().offers("updatelayers")).isFalse();
    }

    /** Whoever takes it for one leaves a layer behind. */
    @Test
    void an_answer_that_says_nothing_of_a_dataset_is_no_denial() {
        always(okJson("{}"));

        assertThatThrownBy(() -> client.datasets().find(42)).isInstanceOf(RemoteException.Refused.class);
        assertThatThrownBy(() -> client.datasets().ofLayer("up", "roads")).isInstanceOf(RemoteException.Refused.class);
        assertThatThrownBy(() -> client.datasets().beginning("roads")).isInstanceOf(RemoteException.Refused.class);
    }

    /** Whoever asked has waited long enough. */
    @Test
    void a_call_that_used_up_its_time_is_not_made_again() {
        always(aResponse().withStatus(200).withFixedDelay(20_000));
        GeoNodeClient hurried = GeoNodeClient.at(URI.create(SERVER.baseUrl() + "/"))
                .answerLimit(Duration.ofMillis(300))
                .repeats(new Repeats(2, Duration.ofMillis(1), Duration.ofMillis(200)))
                .build();

        assertThatThrownBy(() -> hurried.datasets().find(42)).isInstanceOf(RemoteException.Unavailable.class);
        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void documents_with_nothing_in_them_are_not_followed() {
        always(
                okJson(
                        "{\"datasets\":[{}],\"dataset\":{},\"request\":{},\"requests\":[{}],\"users\":[{}],\"groups\":[{}],\"data\":{}}"));

        assertThat(client.datasets().ofLayer("up", "roads")).isEmpty();
        assertThat(client.datasets().find(42))
                .hasValueSatisfying(d -> assertThat(d.belongsTo("ann")).isFalse());
        assertThat(client.uploads().execution("x"))
                .hasValueSatisfying(e -> assertThat(e.ended()).isFalse());
        assertThat(client.uploads().ofFile("roads.shp")).isEmpty();
        assertThat(client.users().named("ann")).isEmpty();
        assertThat(client.users().token("x")).isEmpty();
        assertThat(client.jobs().follow(7).ended()).isFalse();
        assertThat(client.datasets().groups(42)).extracting(Group::name).containsExactly("");
    }

    @Test
    void the_filter_of_a_list_is_sent_and_its_answer_is_not_believed() {
        always(
                okJson(
                        """
                {"datasets":[{"pk":"7","uuid":"u","name":"roads","alternate":"other:roads"},
                  {"pk":"8","uuid":"v","name":"roads","alternate":"up:roads","owner":{"pk":"3","username":"ann"},"more":1}]}"""));

        assertThat(client.datasets().ofLayer("up", "roads"))
                .hasValueSatisfying(d -> assertThat(d.pk()).isEqualTo(8));
        SERVER.verify(getRequestedFor(urlPathEqualTo("/api/v2/datasets/"))
                .withQueryParam("filter{alternate}", equalTo("up:roads")));
    }

    @Test
    void a_call_that_reads_is_made_again_and_one_that_changes_is_not() {
        always(aResponse().withStatus(503));

        assertThatThrownBy(() -> client.datasets().find(42)).isInstanceOf(RemoteException.Unavailable.class);
        SERVER.verify(3, anyRequestedFor(anyUrl()));
        SERVER.resetRequests();
        assertThatThrownBy(() -> client.datasets().delete(42)).isInstanceOf(RemoteException.Unavailable.class);
        assertThatThrownBy(() -> client.jobs().start("updatelayers", List.of()))
                .isInstanceOf(RemoteException.Unavailable.class);
        assertThatThrownBy(() -> client.uploads().upload(roads())).isInstanceOf(RemoteException.Unavailable.class);
        SERVER.verify(3, anyRequestedFor(anyUrl()));
    }

    @Test
    void the_second_answer_counts_when_the_first_was_none() {
        SERVER.stubFor(get(urlPathEqualTo("/api/v2/datasets/42"))
                .inScenario("restart")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(502))
                .willSetStateTo("up"));
        SERVER.stubFor(get(urlPathEqualTo("/api/v2/datasets/42"))
                .inScenario("restart")
                .whenScenarioStateIs("up")
                .willReturn(
                        okJson("{\"dataset\":{\"pk\":\"42\",\"uuid\":\"u\",\"name\":\"r\",\"alternate\":\"w:r\"}}")));

        assertThat(client.datasets().find(42)).isPresent();
    }

    @Test
    void an_answer_that_does_not_come_is_unavailable() {
        always(aResponse().withFixedDelay(20_000));

        assertThatThrownBy(() -> client(Duration.ofMillis(200)).datasets().delete(42))
                .isInstanceOf(RemoteException.Unavailable.class)
                .hasMessageContaining("200 ms");
    }

    @Test
    void an_answer_without_end_is_cut_off() {
        always(aResponse().withBody(new byte[8 * 1024 * 1024]));

        assertThatThrownBy(() -> client.datasets().find(42)).isInstanceOf(RemoteException.Refused.class);
    }

    @Test
    void a_shapefile_is_sent_under_lower_case_names_in_its_fields() {
        always(okJson("{\"execution_id\":\"e-1\"}").withStatus(201));

        assertThat(client.uploads()
                        .upload(roads().part("cpg", Multipart.text("UTF-8")).replacing(42)))
                .isEqualTo("e-1");
        String body = SERVER.getAllServeEvents().get(0).getRequest().getBodyAsString();
        assertThat(body)
                .contains("name=\"base_file\"; filename=\"roads.shp\"")
                .contains("name=\"dbf_file\"; filename=\"roads.dbf\"")
                .contains("name=\"cpg_file\"; filename=\"roads.cpg\"")
                .contains("name=\"resource_pk\"\r\n\r\n42\r\n")
                .contains("name=\"action\"\r\n\r\nreplace\r\n")
                .contains("name=\"source\"\r\n\r\nupload\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shx", "dbf", "prj"})
    void a_shapefile_without_what_geonode_needs_is_not_sent(String left) {
        DatasetUpload upload = DatasetUpload.shapefile("roads", Multipart.text("x"));
        List.of("shx", "dbf", "prj").stream()
                .filter(part -> !part.equals(left))
                .forEach(part -> upload.part(part, Multipart.text("x")));

        assertThatThrownBy(() -> client.uploads().upload(upload)).hasMessageContaining("." + left);
        SERVER.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void a_bearer_token_and_basic_credentials_go_into_the_header_only() {
        always(okJson("{\"requests\":[]}"));

        GeoNodeClient.at(URI.create(SERVER.baseUrl()))
                .token("t0ken")
                .build()
                .users()
                .verify();
        client.as("ann", "pass:wörd").users().verify();

        SERVER.verify(1, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer t0ken")));
        SERVER.verify(1, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Basic YW5uOnBhc3M6d8O2cmQ=")));
        assertThat(SERVER.getAllServeEvents())
                .allSatisfy(event -> assertThat(event.getRequest().getUrl()).doesNotContain("t0ken", "pass"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"geonode", "//", "file:/etc/passwd", "http://admin:word@localhost/"})
    void an_address_that_is_none_is_a_programming_error(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> GeoNodeClient.at(URI.create(address)));
    }
}
