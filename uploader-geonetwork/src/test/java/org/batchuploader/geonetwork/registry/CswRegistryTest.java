package org.batchuploader.geonetwork.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.geonetwork.client.CswClient;
import org.batchuploader.testkit.fake.FakeGeoNetwork;
import org.batchuploader.testkit.fake.FakeRecord;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.publish.MetadataRegistryContract;
import org.batchuploader.testkit.publish.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CswRegistryTest extends MetadataRegistryContract {
    private final FakeGeoNetwork fake = new FakeGeoNetwork(0);
    private final CswClient client = CswClient.ofGeoNetwork(fake.address())
            .credentials(FakeGeoNetwork.USER, FakeGeoNetwork.PASSWORD)
            .readLimit(Duration.ofSeconds(2))
            .build();
    private final MetadataRegistry registry = new CswRegistry(
            client,
            URI.create("https://maps.example/csw"),
            RecordDefaults.builder().build());

    @AfterEach
    void end() {
        fake.close();
    }

    @Override
    protected MetadataRegistry registry() {
        return registry;
    }

    @Override
    protected Optional<String> record(String layerName) {
        String uuid = sample(layerName).write().identifier();
        return fake.find(uuid).map(FakeRecord::xml);
    }

    @Override
    protected List<Trouble> troubles() {
        return List.of(
                Trouble.unavailable("it is down", () -> begin("csw-transaction", Fault.DOWN), this::mend),
                Trouble.unavailable("it hangs", () -> begin("csw-transaction", Fault.HANG), this::mend),
                Trouble.unavailable(
                        "its answer is lost", () -> begin("csw-transaction", Fault.LOSE_ANSWER), this::mend),
                Trouble.unavailable("it cannot be asked", () -> begin("csw-get", Fault.RESET), this::mend),
                Trouble.refusing(
                        "200 with an exception report", () -> begin("csw-transaction", Fault.REFUSE), this::mend),
                Trouble.refusing(
                        "it counts what it did not do", () -> begin("csw-transaction", Fault.LIE), this::mend));
    }

    private void begin(String operation, Fault fault) {
        fake.faults().on(operation, fault);
    }

    private void mend() {
        fake.faults().clear();
    }

    @Test
    void a_record_that_was_not_made_here_is_neither_replaced_nor_removed() {
        Publication publication = sample("roads").write();
        Placement placement = registry.put(publication);
        String theirs = fake.record(publication.identifier()).xml().replace("batch-uploader:", "harvested:");
        client.put(theirs.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> registry.put(publication))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("not made here");
        registry.remove(placement);

        assertThat(record("roads")).contains(theirs);
    }

    @Test
    void a_removal_that_did_nothing_is_tried_again_later() {
        Placement placement = registry.put(sample("roads").write());
        begin("csw-transaction", Fault.LIE);

        assertThatThrownBy(() -> registry.remove(placement)).hasMessageContaining("still has the record");
    }
}
