package org.batchuploader.geonode.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.publish.Portal;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.fake.GeoNodeTroubles;
import org.batchuploader.testkit.publish.Trouble;
import org.junit.jupiter.api.Test;

class RegisteringPortalTest extends FakedPortal {
    @Override
    Portal made(TiedFakes with, PortalSettings settings) {
        return GeoNodePortal.registering(with.client(), TiedFakes::layer, settings);
    }

    @Override
    protected Optional<String> page(String layerName) {
        return fakes.geonode.page(layerName).filter(page -> page.contains("up:" + layerName + "<"));
    }

    @Override
    List<Trouble> ownTroubles() {
        List<Trouble> troubles = new ArrayList<>();
        for (String operation : List.of("command", "job")) {
            troubles.add(unavailable(operation, Fault.HANG));
        }
        troubles.add(unavailable("command", Fault.LOSE_ANSWER));
        troubles.add(unavailable(GeoNodeTroubles.NEVER_ENDS, Fault.LIE));
        troubles.add(unavailable(GeoNodeTroubles.JOB_LOSES_GEOSERVER, Fault.LIE));
        troubles.add(unavailable(GeoNodeTroubles.READ_ONLY, Fault.LIE));
        for (String operation : List.of("datasets", "command")) {
            troubles.add(refusing(operation, Fault.REFUSE));
        }
        troubles.add(refusing("command", Fault.LIE));
        troubles.add(refusing(GeoNodeTroubles.JOB_FAILS, Fault.LIE));
        troubles.add(refusing(GeoNodeTroubles.JOB_FAILS_HALFWAY, Fault.LIE));
        troubles.add(refusing(GeoNodeTroubles.JOB_COUNTS_FAILURE, Fault.LIE));
        troubles.add(Trouble.refusing(
                "no layer in GeoServer", () -> fakes.missing.add("roads"), () -> fakes.missing.remove("roads")));
        return troubles;
    }

    @Test
    void the_job_is_told_workspace_store_name_and_owner() {
        var publication = sample("roads").write();
        portal().register(publication);

        assertThat(fakes.geonode.state())
                .contains("job 1 FINISHED [\"-w\",\"up\",\"-s\",\"roads_" + publication.layer()
                        + "\",\"-f\",\"roads\",\"-u\",\"maria\",\"--skip-geonode-registered\"]");
    }
}
