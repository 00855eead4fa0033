package org.batchuploader.geonetwork.client;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.batchuploader.remote.RemoteException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a running pycsw was recorded to answer, by the number of its transcript. */
class CswTranscriptsTest {
    private static final String ID = "2f8a5c4e-0d0b-4a52-9f0e-0c7c1a9b1c11";
    private static final byte[] RECORD = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + "<gmd:MD_Metadata xmlns:gmd=\"http://www.isotc211.org/2005/gmd\"/>")
            .getBytes(StandardCharsets.UTF_8);

    @RegisterExtension
    static final WireMockExtension server = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    private CswClient client;

    @BeforeEach
    void begin() {
        client = CswClient.at(URI.create(server.baseUrl() + "/csw")).build();
    }

    private static void answers(String... transcripts) {
        String state = Scenario.STARTED;
        for (String transcript : transcripts) {
            server.stubFor(any(anyUrl())
                    .inScenario("csw")
                    .whenScenarioStateIs(state)
                    .willSetStateTo(transcript)
                    .willReturn(okXml(Recorded.of(transcript).body())));
            state = transcript;
        }
    }

    private static List<String> sent() {
        return server.getAllServeEvents().stream()
                .map(event ->
                        event.getRequest().getUrl() + " " + event.getRequest().getBodyAsString())
                .sorted()
                .toList();
    }

    @Test
    void transcript_01_capabilities_say_version_and_transactions() {
        answers("01-getcapabilities");

        CswCapabilities found = client.capabilities();

        assertThat(found.version()).isEqualTo("2.0.2");
        assertThat(found.title()).isNotBlank();
        assertThat(found.transactions()).isTrue();
    }

    @Test
    void transcripts_10_and_02_an_update_of_nothing_is_followed_by_an_insert() {
        answers("10-update-unknown-id", "02-insert");

        client.put(RECORD);

        assertThat(sent()).hasSize(2).anyMatch(s -> s.contains("<csw:Insert><gmd:MD_Metadata"));
    }

    @Test
    void transcript_03_a_record_is_what_is_within_the_answer() {
        answers("03-getrecordbyid-gmd");

        String record = new String(client.record(ID).orElseThrow(), StandardCharsets.UTF_8);

        assertThat(record).contains("MD_Metadata", ID, "Roads of Testland").doesNotContain("GetRecordByIdResponse");
    }

    @Test
    void transcript_04_whoever_asks_for_no_schema_gets_dublin_core_so_gmd_is_asked_for() {
        answers("04-getrecordbyid-dc");

        String record = new String(client.record(ID).orElseThrow(), StandardCharsets.UTF_8);

        assertThat(record).contains("csw:Record");
        assertThat(sent())
                .singleElement()
                .asString()
                .contains("outputSchema=http%3A%2F%2Fwww.isotc211.org%2F2005%2Fgmd");
    }

    @Test
    void transcript_05_a_duplicate_is_a_conflict_without_its_sql() {
        answers("10-update-unknown-id", "05-insert-duplicate");

        assertThatThrownBy(() -> client.put(RECORD))
                .isInstanceOf(RemoteException.Conflict.class)
                .hasMessageContaining("UNIQUE constraint")
                .hasMessageNotContaining("INSERT INTO");
    }

    @Test
    void transcript_06_an_update_that_counts_one_is_all() {
        answers("06-update-full-record");

        client.put(RECORD);

        assertThat(sent()).singleElement().asString().contains("<csw:Update><gmd:MD_Metadata");
    }

    @Test
    void transcript_07_a_record_with_a_constraint_beside_it_updates_nothing_so_none_is_sent() {
        answers("07-update-full-with-constraint", "02-insert");

        client.put(RECORD);

        assertThat(sent()).hasSize(2).noneMatch(s -> s.contains("Constraint"));
    }

    @Test
    void transcript_08_the_counts_of_an_update_by_property_are_the_same() {
        answers("08-update-recordproperty");

        client.put(RECORD);

        assertThat(sent()).singleElement().asString().doesNotContain("RecordProperty");
    }

    @Test
    void transcript_09_an_answer_to_another_question_is_refused() {
        answers("09-getrecords-by-title");

        assertThatThrownBy(() -> client.put(RECORD))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessageContaining("<GetRecordsResponse>");
    }

    @Test
    void transcript_11_a_delete_that_counts_one_was_one() {
        answers("11-delete");

        assertThat(client.delete(ID)).isTrue();
        assertThat(sent()).singleElement().asString().contains("<ogc:Literal>" + ID + "</ogc:Literal>");
    }

    @Test
    void transcript_12_no_record_is_an_empty_answer_and_no_exception() {
        answers("12-getrecordbyid-after-delete");

        assertThat(client.record(ID)).isEmpty();
    }

    @Test
    void transcript_13_a_delete_that_counts_none_was_none() {
        answers("13-delete-again");

        assertThat(client.delete(ID)).isFalse();
    }

    @Test
    void transcript_14_malformed_xml_is_refused_in_the_catalogues_words() {
        answers("14-malformed-xml");

        assertThatThrownBy(() -> client.put(RECORD))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessageStartingWith("Exception: document not well-formed. Error: Namespace prefix gmd");
    }

    @Test
    void transcript_15_what_is_no_record_is_refused() {
        answers("15-wellformed-not-a-record");

        assertThatThrownBy(() -> client.put(RECORD))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessageContaining("Unsupported metadata format");
    }

    @Test
    void transcript_16_a_record_without_identifier_is_refused_without_its_sql() {
        answers("10-update-unknown-id", "16-insert-no-identifier");

        assertThatThrownBy(() -> client.put(RECORD))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessageEndingWith("NOT NULL constraint failed: records.identifier");
    }

    @Test
    void transcript_17_an_insert_that_counts_none_is_no_success() {
        answers("10-update-unknown-id", "17-insert-empty");

        assertThatThrownBy(() -> client.put(RECORD)).isInstanceOf(RemoteException.Refused.class);
    }

    @Test
    void transcript_18_who_may_not_is_told_so_with_status_200() {
        answers("18-insert-ip-not-allowed");

        assertThatThrownBy(() -> client.put(RECORD))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessage("CSW-T operations not allowed for this IP address: 192.0.2.9");
    }

    @Test
    void transcript_19_counts_are_read_with_a_request_id_too() {
        answers("10-update-unknown-id", "19-insert-verboseResponse");

        client.put(RECORD);

        assertThat(sent()).hasSize(2);
    }

    @Test
    void transcript_20_the_cleanup_says_whether_there_was_something() {
        answers("20-delete-cleanup");

        assertThat(client.delete(ID))
                .isEqualTo(Recorded.of("20-delete-cleanup").body().contains("totalDeleted>1<"));
    }
}
