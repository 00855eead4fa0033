package org.batchuploader.geonetwork.registry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.geonetwork.client.CswClient;
import org.batchuploader.remote.Repeats;
import org.batchuploader.testkit.fake.FakeGeoNetwork;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.publish.Trouble;
import org.junit.jupiter.api.Test;

class CswRegistryTest extends FakedRegistry {
    private final CswClient client = CswClient.ofGeoNetwork(fake.address())
            .credentials(FakeGeoNetwork.USER, FakeGeoNetwork.PASSWORD)
            .answerLimit(Duration.ofSeconds(2))
            .repeats(Repeats.NEVER)
            .build();
    private final MetadataRegistry registry = new CswRegistry(
            client,
            URI.create("https://maps.example/csw"),
            RecordDefaults.builder().build());

    @Override
    protected MetadataRegistry registry() {
        return registry;
    }

    @Override
    String putting() {
        return "csw-transaction";
    }

    @Override
    void put(String uuid, byte[] record) {
        client.put(record);
    }

    /** A refusal is 200 with an exception report, a lie a count of what was not done. */
    @Override
    protected List<Trouble> troubles() {
        return List.of(
                unavailable("csw-transaction", Fault.DOWN),
                unavailable("csw-transaction", Fault.HANG),
                unavailable("csw-transaction", Fault.LOSE_ANSWER),
                unavailable("csw-get", Fault.RESET),
                refusing("csw-transaction", Fault.REFUSE),
                refusing("csw-transaction", Fault.LIE));
    }

    @Test
    void a_removal_that_did_nothing_is_tried_again_later() {
        Placement placement = registry.put(sample("roads").write());
        fake.faults().on("csw-transaction", Fault.LIE);

        assertThatThrownBy(() -> registry.remove(placement)).hasMessageContaining("still has the record");
    }
}
