package org.batchuploader.geonode.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.batchuploader.core.publish.Portal;
import org.batchuploader.geonode.client.Level;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.fake.Faults;
import org.batchuploader.testkit.publish.PortalContract;
import org.batchuploader.testkit.publish.SamplePublication;
import org.batchuploader.testkit.publish.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract of every portal, and the troubles that each way into GeoNode has. */
abstract class FakedPortal extends PortalContract {
    final TiedFakes fakes = new TiedFakes();

    private final Portal portal =
            made(fakes, fakes.settings.withPermissions(Map.of("anonymous", Level.VIEW, "planners", Level.NONE)));

    abstract Portal made(TiedFakes with, PortalSettings settings);

    /** Troubles of this way alone. */
    abstract List<Trouble> ownTroubles();

    @AfterEach
    void close() {
        fakes.close();
    }

    @Override
    protected Portal portal() {
        return portal;
    }

    @Override
    protected SamplePublication sample(String layerName) {
        return super.sample(layerName).thumbnail();
    }

    @Override
    protected List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>(ownTroubles());
        for (Fault fault : List.of(Fault.DOWN, Fault.RESET)) {
            troubles.add(unavailable(Faults.EVERY_OPERATION, fault));
        }
        for (String operation : List.of("users", "datasets", "change", "permit")) {
            troubles.add(unavailable(operation, Fault.HANG));
        }
        for (String operation : List.of("change", "permit")) {
            troubles.add(unavailable(operation, Fault.LOSE_ANSWER));
            troubles.add(refusing(operation, Fault.REFUSE));
            troubles.add(refusing(operation, Fault.LIE));
        }
        return troubles;
    }

    Trouble unavailable(String operation, Fault fault) {
        return Trouble.unavailable(
                operation + " " + fault,
                () -> fakes.geonode.faults().on(operation, fault),
                () -> fakes.geonode.faults().clear());
    }

    Trouble refusing(String operation, Fault fault) {
        return Trouble.refusing(
                operation + " " + fault,
                () -> fakes.geonode.faults().on(operation, fault),
                () -> fakes.geonode.faults().clear());
    }

    @Test
    void a_thumbnail_that_is_said_to_be_taken_and_is_not_costs_no_layer() {
        fakes.geonode.faults().on("thumbnail", Fault.LIE);
        portal().register(sample("roads").write());

        assertThat(page("roads")).isPresent();
    }
}
