package org.batchuploader.geonetwork.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.geonetwork.client.GeoNetworkClient;
import org.batchuploader.geonetwork.registry.GeoNetworkRegistry.Audience;
import org.batchuploader.remote.Repeats;
import org.batchuploader.testkit.fake.FakeGeoNetwork;
import org.batchuploader.testkit.fake.FakeRecord;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.publish.SamplePublication;
import org.batchuploader.testkit.publish.Trouble;
import org.junit.jupiter.api.Test;

class GeoNetworkRegistryTest extends FakedRegistry {
    private final GeoNetworkClient client = GeoNetworkClient.at(fake.address())
            .credentials(FakeGeoNetwork.USER, FakeGeoNetwork.PASSWORD)
            .answerLimit(Duration.ofSeconds(2))
            .repeats(Repeats.NEVER)
            .build();
    private final MetadataRegistry registry = seenBy(new Audience(true, "sample"));

    private MetadataRegistry seenBy(Audience audience) {
        return new GeoNetworkRegistry(
                client,
                URI.create("https://maps.example/geonetwork/"),
                audience,
                RecordDefaults.builder().build());
    }

    @Override
    protected MetadataRegistry registry() {
        return registry;
    }

    @Override
    protected SamplePublication sample(String layerName) {
        return super.sample(layerName).thumbnail();
    }

    @Override
    String putting() {
        return "put";
    }

    @Override
    void put(String uuid, byte[] record) {
        client.put(uuid, record, null, true);
    }

    @Override
    protected List<Trouble> troubles() {
        return List.of(
                unavailable("put", Fault.DOWN),
                unavailable("put", Fault.LOSE_ANSWER),
                unavailable("groups", Fault.DOWN),
                unavailable("record", Fault.RESET),
                unavailable("attach", Fault.DOWN),
                refusing("put", Fault.REFUSE),
                refusing("put", Fault.LIE),
                refusing("attach", Fault.REFUSE),
                refusing("attach", Fault.LIE),
                refusing("share", Fault.REFUSE),
                refusing("share", Fault.LIE));
    }

    @Test
    void the_record_is_seen_by_everybody_edited_by_the_group_and_has_its_picture() {
        Publication publication = sample("roads").write();

        registry.put(publication);

        FakeRecord record = fake.record(publication.identifier());
        assertThat(record.everybody()).isTrue();
        assertThat(record.sharing()).contains("\"group\":2");
        assertThat(record.attached()).isPositive();
        assertThat(record.xml())
                .contains("https://maps.example/geonetwork/srv/api/records/" + publication.identifier()
                        + "/attachments/thumbnail.png");
    }

    @Test
    void the_link_is_to_the_public_address_and_the_identifier_the_publications() {
        Publication publication = sample("roads").write();

        Placement placement = registry.put(publication);

        assertThat(placement.identifier()).isEqualTo(publication.identifier());
        assertThat(placement.links())
                .extracting(Link::href)
                .containsExactly(
                        "https://maps.example/geonetwork/srv/eng/catalog.search#/metadata/" + publication.identifier());
    }

    @Test
    void a_record_that_was_there_stays_when_its_new_picture_is_refused() {
        registry.put(sample("roads").write());
        fake.faults().on("attach", Fault.REFUSE);

        assertThatThrownBy(() -> registry.put(sample("roads").replacing().write()))
                .isInstanceOf(RemoteRefused.class);

        assertThat(record("roads")).isPresent();
    }

    @Test
    void a_group_that_is_not_there_is_a_reason_and_leaves_nothing() {
        MetadataRegistry other = seenBy(new Audience(false, "nobodys"));

        assertThatThrownBy(() -> other.put(sample("roads").write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("no group \"nobodys\"");
        assertThat(fake.records()).isEmpty();
    }

    @Test
    void a_record_that_breaks_a_rule_is_not_sent() {
        SamplePublication nowhere = sample("roads");
        Inspection found = nowhere.trueInspection();
        var inspection = new Inspection(found.format(), found.vector(), null, null, null, found.crs(), List.of());

        assertThatThrownBy(() -> registry.put(nowhere.inspection(inspection).write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("Where the data lie is not said");
        assertThat(fake.calls()).isEmpty();
    }

    @Test
    void geonetwork_s_own_validation_is_asked_for_and_costs_no_record() {
        for (Fault fault : List.of(Fault.REFUSE, Fault.DOWN, Fault.LIE)) {
            fake.faults().on("validate", fault);
            registry.put(sample("roads").write());
        }

        assertThat(fake.calls()).filteredOn("validate"::equals).hasSize(3);
        assertThat(record("roads")).isPresent();
    }

    /** What is attached next takes its place. */
    @Test
    void an_old_picture_that_is_said_to_be_gone_and_is_not_does_no_harm() {
        registry.put(sample("roads").write());
        fake.faults().on("detach", Fault.LIE);

        Publication publication = sample("roads").replacing().write();
        registry.put(publication);

        assertThat(fake.record(publication.identifier()).attached()).isPositive();
    }
}
