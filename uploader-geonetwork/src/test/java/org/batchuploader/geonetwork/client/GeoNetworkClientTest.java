package org.batchuploader.geonetwork.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.Repeats;
import org.batchuploader.testkit.fake.FakeGeoNetwork;
import org.batchuploader.testkit.fake.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeoNetworkClientTest {
    private static final String ID = "2f8a5c4e-0d0b-4a52-9f0e-0c7c1a9b1c11";

    private final FakeGeoNetwork fake = new FakeGeoNetwork(0);
    private final GeoNetworkClient client = as(FakeGeoNetwork.USER, FakeGeoNetwork.PASSWORD);

    @AfterEach
    void end() {
        fake.close();
    }

    private GeoNetworkClient as(String user, String password) {
        return GeoNetworkClient.at(fake.address())
                .credentials(user, password)
                .answerLimit(Duration.ofSeconds(2))
                .build();
    }

    private static byte[] record(String id, String title) {
        return ("<gmd:MD_Metadata xmlns:gmd=\"http://www.isotc211.org/2005/gmd\" xmlns:gco=\"http://www.isotc211.org/2005/gco\">"
                        + "<gmd:fileIdentifier><gco:CharacterString>" + id
                        + "</gco:CharacterString></gmd:fileIdentifier>"
                        + "<gmd:title><gco:CharacterString>" + title
                        + "</gco:CharacterString></gmd:title></gmd:MD_Metadata>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void says_the_version_and_whom_it_is_taken_for() {
        assertThat(client.version()).isEqualTo("4.4.0");
        assertThat(client.me()).hasValueSatisfying(me -> {
            assertThat(me.name()).isEqualTo("editor");
            assertThat(me.mayInsert()).isTrue();
            assertThat(me.mayPublish()).isFalse();
        });
    }

    @Test
    void puts_a_record_after_it_was_given_a_token_once() {
        client.put(ID, record(ID, "Roads"), null, true);
        client.put(ID, record(ID, "Roads again"), 2, true);

        assertThat(fake.calls()).containsExactly("me", "put", "put");
        assertThat(fake.record(ID).title()).isEqualTo("Roads again");
        assertThat(client.record(ID)).hasValueSatisfying(xml -> assertThat(xml).isEqualTo(record(ID, "Roads again")));
    }

    @Test
    void a_stale_token_is_renewed_once() {
        client.put(ID, record(ID, "Roads"), null, false);
        fake.forgetTokens();

        client.put(ID, record(ID, "Rivers"), null, false);

        assertThat(fake.calls()).containsExactly("me", "put", "put", "me", "put");
        assertThat(fake.record(ID).title()).isEqualTo("Rivers");
    }

    @Test
    void a_stale_token_is_renewed_for_attachments_too() {
        client.put(ID, record(ID, "Roads"), null, false);
        fake.forgetTokens();

        client.attach(ID, "thumbnail.png", "image/png", () -> new ByteArrayInputStream(new byte[1000]));

        assertThat(fake.record(ID).attached()).isGreaterThan(1000);
    }

    @Test
    void status_201_with_errors_in_the_report_is_a_refusal() {
        fake.faults().once("put", Fault.REFUSE);

        assertThatThrownBy(() -> client.put(ID, record(ID, "Roads"), null, true))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessage("Record is not valid");
    }

    @Test
    void status_201_with_a_report_of_another_record_is_a_refusal() {
        assertThatThrownBy(() -> client.put(ID, record("other-id", "Roads"), null, true))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessageContaining("no record " + ID);
    }

    @Test
    void what_is_no_record_is_refused_in_geonetworks_words() {
        assertThatThrownBy(() -> client.put(ID, "<foo/>".getBytes(StandardCharsets.UTF_8), null, true))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void a_wrong_password_is_unauthorised_and_not_said() {
        assertThatThrownBy(() -> as("editor", "wrong-word").put(ID, record(ID, "Roads"), null, true))
                .isInstanceOf(RemoteException.Unauthorised.class)
                .hasMessageNotContaining("wrong-word");
    }

    @Test
    void who_may_not_publish_is_told_so() {
        client.put(ID, record(ID, "Roads"), null, false);

        assertThatThrownBy(() -> client.publish(ID))
                .isInstanceOf(RemoteException.Refused.class)
                .hasMessageContaining("Only a Reviewer may publish");
        fake.profile("Reviewer");
        client.publish(ID);
        assertThat(fake.record(ID).everybody()).isTrue();
    }

    @Test
    void groups_are_found_by_name() {
        assertThat(client.group("Sample")).hasValue(2);
        assertThat(client.group("nobody")).isEmpty();

        client.put(ID, record(ID, "Roads"), 2, false);
        client.share(ID, 2, true);
        assertThat(fake.record(ID).sharing()).contains("\"group\":2", "\"editing\":true", "\"clear\":false");
    }

    @Test
    void deleting_says_whether_there_was_something() {
        client.put(ID, record(ID, "Roads"), null, false);

        assertThat(client.delete(ID)).isTrue();
        assertThat(client.delete(ID)).isFalse();
        assertThat(client.record(ID)).isEmpty();
    }

    @Test
    void a_server_that_is_down_resets_or_hangs_is_unavailable() {
        for (Fault fault : new Fault[] {Fault.DOWN, Fault.RESET, Fault.HANG}) {
            fake.faults().on("put", fault);
            assertThatThrownBy(() -> client.put(ID, record(ID, "Roads"), null, true))
                    .as(fault.name())
                    .isInstanceOf(RemoteException.Unavailable.class);
            fake.faults().clear();
        }
    }

    @Test
    void an_identifier_that_could_mean_more_is_never_sent() {
        for (String id : new String[] {"", "../me", "a/b", "a b", "a?b"}) {
            assertThatIllegalArgumentException().as(id).isThrownBy(() -> client.delete(id));
            assertThatIllegalArgumentException()
                    .as(id)
                    .isThrownBy(() -> client.put(id, record(ID, "Roads"), null, true));
        }
        assertThat(fake.calls()).isEmpty();
    }

    @Test
    void what_a_group_may_is_read_back() {
        client.put(ID, record(ID, "Roads"), 2, false);
        assertThat(client.shared(ID, 2)).isEmpty();

        client.share(ID, 2, false);
        assertThat(client.shared(ID, 2)).containsExactly("download", "dynamic", "view");
        assertThat(client.shared(ID, 3)).isEmpty();
    }

    @Test
    void what_is_attached_is_listed_by_name() {
        client.put(ID, record(ID, "Roads"), 2, false);
        assertThat(client.attached(ID)).isEmpty();

        client.attach(ID, "thumbnail.png", "image/png", () -> new ByteArrayInputStream(new byte[1000]));
        assertThat(client.attached(ID)).containsExactly("thumbnail.png");
    }

    @Test
    void validation_says_whose_rule_is_broken_and_how() {
        client.put(ID, record(ID, "Roads"), null, false);
        assertThat(client.validate(ID)).isEmpty();

        client.put(ID, record(ID, ""), null, false);
        assertThat(client.validate(ID))
                .containsExactly(new BrokenRule("schematron-rules-iso", true, "Title is missing"));
    }

    @Test
    void only_what_reads_is_asked_again() {
        client.put(ID, record(ID, "Roads"), null, false);
        GeoNetworkClient patient = GeoNetworkClient.at(fake.address())
                .credentials(FakeGeoNetwork.USER, FakeGeoNetwork.PASSWORD)
                .repeats(new Repeats(2, Duration.ofMillis(1), Duration.ofSeconds(5)))
                .build();
        fake.faults().on("record", Fault.DOWN, 2);
        assertThat(patient.record(ID)).isPresent();

        fake.faults().on("put", Fault.DOWN, 2);
        assertThatThrownBy(() -> patient.put(ID, record(ID, "Rivers"), null, false))
                .isInstanceOf(RemoteException.Unavailable.class);
        assertThat(fake.calls()).containsExactly("me", "put", "record", "record", "record", "me", "put");
    }
}
