package org.batchuploader.geonetwork.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.geonetwork.client.GeoNetworkClient;
import org.batchuploader.geonetwork.registry.GeoNetworkRegistry.Audience;
import org.batchuploader.testkit.fake.FakeGeoNetwork;
import org.batchuploader.testkit.fake.FakeRecord;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.publish.MetadataRegistryContract;
import org.batchuploader.testkit.publish.SamplePublication;
import org.batchuploader.testkit.publish.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeoNetworkRegistryTest extends MetadataRegistryContract {
    private final FakeGeoNetwork fake = new FakeGeoNetwork(0);
    private final GeoNetworkClient client = GeoNetworkClient.at(fake.address())
            .credentials(FakeGeoNetwork.USER, FakeGeoNetwork.PASSWORD)
            .readLimit(Duration.ofSeconds(2))
            .build();
    private final MetadataRegistry registry = seenBy(new Audience(true, "sample"));

    private MetadataRegistry seenBy(Audience audience) {
        return new GeoNetworkRegistry(
                client,
                URI.create("https://maps.example/geonetwork/"),
                audience,
                RecordDefaults.builder().build());
    }

    @AfterEach
    void end() {
        fake.close();
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
    protected Optional<String> record(String layerName) {
        String uuid = super.sample(layerName).write().identifier();
        return fake.find(uuid).map(FakeRecord::xml);
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
                refusing("share", Fault.REFUSE));
    }

    private Trouble unavailable(String operation, Fault fault) {
        return Trouble.unavailable(
                operation + " " + fault, () -> fake.faults().on(operation, fault), () -> fake.faults()
                        .clear());
    }

    private Trouble refusing(String operation, Fault fault) {
        return Trouble.refusing(operation + " " + fault, () -> fake.faults().on(operation, fault), () -> fake.faults()
                .clear());
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
    void a_record_that_was_not_made_here_is_neither_replaced_nor_removed() {
        Publication publication = sample("roads").write();
        Placement placement = registry.put(publication);
        String theirs = fake.record(publication.identifier()).xml().replace("batch-uploader:", "harvested:");
        client.put(publication.identifier(), theirs.getBytes(StandardCharsets.UTF_8), null, true);

        assertThatThrownBy(() -> registry.put(publication))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("not made here");
        registry.remove(placement);

        assertThat(record("roads")).contains(theirs);
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
    void a_reference_that_is_not_ours_is_a_programming_error() {
        for (String ref : List.of("", "roads", "../x", "2f8a5c4e-0d0b-4a52-9f0e-0c7c1a9b1c11", "a/b")) {
            assertThatIllegalArgumentException()
                    .as(ref)
                    .isThrownBy(() -> registry.remove(new Placement(ref, List.of())));
        }
        assertThat(fake.calls()).isEmpty();
    }
}
