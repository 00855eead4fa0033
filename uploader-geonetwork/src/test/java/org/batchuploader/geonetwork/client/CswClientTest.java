package org.batchuploader.geonetwork.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import org.batchuploader.remote.HttpTransport;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.Repeats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was not recorded: other catalogues, and what is none. */
class CswClientTest {
    private static final String ID = "2f8a5c4e-0d0b-4a52-9f0e-0c7c1a9b1c11";

    @RegisterExtension
    static final WireMockExtension server = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    private CswClient client;

    @BeforeEach
    void begin() {
        client = CswClient.at(URI.create(server.baseUrl() + "/csw")).build();
    }

    @Test
    void a_switched_off_csw_of_geonetwork_says_so_in_an_info() {
        server.stubFor(any(anyUrl()).willReturn(okXml("<info>CSW is disabled. Enable it in the settings.</info>")));

        assertThatThrownBy(() -> client.delete(ID))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessage("CSW is disabled. Enable it in the settings.");
    }

    @Test
    void a_page_of_something_else_is_no_catalogue() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("<html><body>Hello<br></body></html>")));

        assertThatThrownBy(() -> client.record(ID))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessageContaining("not a CSW");
    }

    @Test
    void a_document_type_is_refused_before_it_can_fetch_anything() {
        server.stubFor(any(anyUrl())
                .willReturn(okXml("<!DOCTYPE a SYSTEM \"" + server.baseUrl() + "/fetched\"><csw:TransactionResponse"
                        + " xmlns:csw=\"http://www.opengis.net/cat/csw/2.0.2\"/>")));

        assertThatThrownBy(() -> client.delete(ID)).isInstanceOf(RemoteException.Refused.class);
        assertThat(server.getAllServeEvents())
                .noneMatch(event -> event.getRequest().getUrl().contains("fetched"));
    }

    @Test
    void a_locked_database_may_be_tried_again() {
        server.stubFor(any(anyUrl())
                .willReturn(okXml("<ows:ExceptionReport xmlns:ows=\"http://www.opengis.net/ows\"><ows:Exception>"
                        + "<ows:ExceptionText>(sqlite3.OperationalError) database is locked [SQL: x]</ows:ExceptionText>"
                        + "</ows:Exception></ows:ExceptionReport>")));

        assertThatThrownBy(() -> client.delete(ID))
                .isInstanceOf(RemoteException.Unavailable.class)
                .hasMessage("(sqlite3.OperationalError) database is locked");
    }

    @Test
    void an_endless_answer_is_cut_off() {
        server.stubFor(any(anyUrl()).willReturn(okXml("<a>" + "x".repeat(HttpTransport.LARGEST_ANSWER) + "</a>")));

        assertThatThrownBy(() -> client.delete(ID))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void statuses_mean_what_http_means() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));
        assertThatThrownBy(() -> client.delete(ID)).isInstanceOf(RemoteException.Unauthorised.class);

        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        assertThatThrownBy(() -> client.delete(ID)).isInstanceOf(RemoteException.Unavailable.class);
    }

    @Test
    void geonetworks_transactions_go_to_an_address_of_their_own_with_credentials() {
        server.stubFor(any(anyUrl()).willReturn(okXml(Recorded.of("11-delete").body())));

        CswClient.ofGeoNetwork(URI.create(server.baseUrl() + "/geonetwork/"))
                .credentials("editor", "secret-word")
                .build()
                .delete(ID);

        assertThat(server.getAllServeEvents()).singleElement().satisfies(event -> {
            assertThat(event.getRequest().getUrl()).isEqualTo("/geonetwork/srv/eng/csw-publication");
            assertThat(event.getRequest().getHeader("Authorization")).startsWith("Basic ");
        });
    }

    @Test
    void only_what_reads_is_asked_again() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        CswClient patient = CswClient.at(URI.create(server.baseUrl() + "/csw"))
                .repeats(new Repeats(2, Duration.ofMillis(1), Duration.ofSeconds(5)))
                .build();

        assertThatThrownBy(() -> patient.record(ID)).isInstanceOf(RemoteException.Unavailable.class);
        assertThat(server.getAllServeEvents()).hasSize(3);
        assertThatThrownBy(() -> patient.delete(ID)).isInstanceOf(RemoteException.Unavailable.class);
        assertThat(server.getAllServeEvents()).hasSize(4);
    }

    @Test
    void an_identifier_that_could_mean_more_is_never_sent() {
        for (String id : new String[] {"", "a</ogc:Literal>", "a&b", "../a", "a b"}) {
            assertThatIllegalArgumentException().as(id).isThrownBy(() -> client.delete(id));
            assertThatIllegalArgumentException().as(id).isThrownBy(() -> client.record(id));
        }
        assertThat(server.getAllServeEvents()).isEmpty();
    }
}
