package org.batchuploader.geonode.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Portal;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.fake.Faults;
import org.batchuploader.testkit.fake.GeoNodeTroubles;
import org.batchuploader.testkit.publish.PortalContract;
import org.batchuploader.testkit.publish.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UploadingPortalTest extends PortalContract {
    private final TiedFakes fakes = new TiedFakes();
    private final Portal portal = GeoNodePortal.uploading(fakes.client(), fakes.settings);

    @AfterEach
    void close() {
        fakes.close();
    }

    @Override
    protected Portal portal() {
        return portal;
    }

    @Override
    protected Optional<String> page(String layerName) {
        return fakes.geonode.page(layerName + "_");
    }

    @Override
    protected List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        for (Fault fault : List.of(Fault.DOWN, Fault.RESET)) {
            troubles.add(unavailable(Faults.EVERY_OPERATION, fault));
        }
        for (String operation : List.of("upload", "execution", "executions", "transfer")) {
            troubles.add(unavailable(operation, Fault.HANG));
        }
        troubles.add(unavailable("upload", Fault.LOSE_ANSWER));
        troubles.add(unavailable("transfer", Fault.LOSE_ANSWER));
        troubles.add(unavailable(GeoNodeTroubles.NEVER_ENDS, Fault.LIE));
        troubles.add(unavailable(GeoNodeTroubles.UPLOADS_AT_ONCE, Fault.LIE));
        troubles.add(refusing("upload", Fault.REFUSE));
        troubles.add(refusing("upload", Fault.LIE));
        troubles.add(refusing("transfer", Fault.REFUSE));
        troubles.add(refusing(GeoNodeTroubles.UPLOAD_FAILS, Fault.LIE));
        troubles.add(refusing(GeoNodeTroubles.UPLOAD_FAILS_HALFWAY, Fault.LIE));
        troubles.add(Trouble.refusing(
                "too large", () -> fakes.geonode.largestUpload(100), () -> fakes.geonode.largestUpload(100_000_000)));
        return troubles;
    }

    private Trouble unavailable(String operation, Fault fault) {
        return Trouble.unavailable(
                operation + " " + fault,
                () -> fakes.geonode.faults().on(operation, fault),
                () -> fakes.geonode.faults().clear());
    }

    private Trouble refusing(String operation, Fault fault) {
        return Trouble.refusing(
                operation + " " + fault,
                () -> fakes.geonode.faults().on(operation, fault),
                () -> fakes.geonode.faults().clear());
    }

    @Test
    void an_upload_whose_answer_was_lost_does_not_become_two_datasets() {
        fakes.geonode.faults().once("upload", Fault.LOSE_ANSWER);
        assertThatThrownBy(() -> portal.register(sample("roads").write()));

        portal.register(sample("roads").write());
        assertThat(fakes.geonode.state().lines().filter(line -> line.startsWith("dataset")))
                .hasSize(1);
    }

    @Test
    void a_replacement_that_fails_halfway_keeps_the_dataset_there_was() {
        Placement before = portal.register(sample("roads").write());
        fakes.geonode.faults().once(GeoNodeTroubles.UPLOAD_FAILS_HALFWAY, Fault.LIE);

        assertThatThrownBy(() -> portal.register(sample("roads").replacing().write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("Partial import");
        assertThat(portal.register(sample("roads").replacing().write())).isEqualTo(before);
    }

    @Test
    void a_long_name_leaves_room_for_what_makes_it_ours() {
        String name = "a".repeat(56);
        portal.register(sample(name).write());

        assertThat(fakes.geonode.state()).contains("geonode:" + "a".repeat(42) + "_");
    }

    @Test
    void a_shapefile_without_a_projection_file_is_refused_before_anything_is_sent() {
        assertThatThrownBy(() -> portal.register(sample("roads").without("prj").write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining(".prj");
        assertThat(fakes.geonode.calls()).doesNotContain("upload");
    }
}
