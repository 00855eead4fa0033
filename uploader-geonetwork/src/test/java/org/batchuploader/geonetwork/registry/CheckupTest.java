package org.batchuploader.geonetwork.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.util.List;
import org.batchuploader.core.doctor.Finding;
import org.batchuploader.core.doctor.Verdict;
import org.batchuploader.geonetwork.client.CswClient;
import org.batchuploader.geonetwork.client.GeoNetworkClient;
import org.batchuploader.geonetwork.registry.GeoNetworkRegistry.Audience;
import org.batchuploader.testkit.fake.FakeGeoNetwork;
import org.batchuploader.testkit.fake.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckupTest {
    private final FakeGeoNetwork fake = new FakeGeoNetwork(0);

    @AfterEach
    void end() {
        fake.close();
    }

    private List<Finding> geonetwork(String password, String group) {
        GeoNetworkClient client = GeoNetworkClient.at(fake.address())
                .credentials(FakeGeoNetwork.USER, password)
                .build();
        return new GeoNetworkCheckup(client, fake.address(), new Audience(true, group)).examine();
    }

    private List<Finding> csw(String password) {
        CswClient client = CswClient.ofGeoNetwork(fake.address())
                .credentials(FakeGeoNetwork.USER, password)
                .build();
        return new CswCheckup(client, fake.address()).examine();
    }

    @Test
    void a_geonetwork_that_is_well_is_found_well() {
        assertThat(geonetwork(FakeGeoNetwork.PASSWORD, "sample"))
                .extracting(Finding::verdict, Finding::found)
                .containsExactly(
                        tuple(Verdict.GOOD, "4.4.0"),
                        tuple(Verdict.GOOD, "editor is Editor"),
                        tuple(Verdict.GOOD, "sample"));
    }

    @Test
    void what_is_wrong_in_geonetwork_comes_with_what_to_do() {
        assertThat(geonetwork("wrong-word", "sample")).last().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.BAD);
            assertThat(finding.remedy()).contains("user name and password");
        });
        fake.profile("RegisteredUser");
        assertThat(geonetwork(FakeGeoNetwork.PASSWORD, "nobodys"))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.GOOD, Verdict.BAD, Verdict.BAD);
        fake.faults().on("site", Fault.DOWN);
        assertThat(geonetwork(FakeGeoNetwork.PASSWORD, "sample"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.BAD);
                    assertThat(finding.remedy()).contains(fake.address().toString());
                });
    }

    @Test
    void a_catalogue_is_asked_whether_it_takes_transactions_from_us() {
        assertThat(csw(FakeGeoNetwork.PASSWORD))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.GOOD, Verdict.GOOD);
        fake.faults().on("csw-transaction", Fault.REFUSE);
        assertThat(csw(FakeGeoNetwork.PASSWORD)).last().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.BAD);
            assertThat(finding.found()).contains("not allowed for this IP address");
        });
        assertThat(fake.records()).isEmpty();
    }

    @Test
    void nothing_there_at_all_is_a_finding_too() {
        URI nowhere = URI.create("http://127.0.0.1:1/csw");

        assertThat(new CswCheckup(CswClient.at(nowhere).build(), nowhere).examine())
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.BAD));
    }
}
