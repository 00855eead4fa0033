package org.batchuploader.geonode.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import org.batchuploader.core.doctor.Finding;
import org.batchuploader.core.doctor.Verdict;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.fake.Faults;
import org.batchuploader.testkit.fake.GeoNodeTroubles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeoNodeCheckupTest {
    private final TiedFakes fakes = new TiedFakes();

    @AfterEach
    void close() {
        fakes.close();
    }

    private List<Finding> examine(String user, String password, boolean uploads) {
        return new GeoNodeCheckup(fakes.client(user, password), fakes.settings, uploads, InstantSource.system())
                .examine();
    }

    @Test
    void all_is_well_and_said_so() {
        assertThat(examine("admin", "geonode", false))
                .allMatch(finding -> finding.verdict() == Verdict.GOOD)
                .extracting(Finding::what)
                .containsExactly("version", "clock", "credentials", "rights", "updatelayers");
        assertThat(examine("admin", "geonode", true))
                .extracting(Finding::what, Finding::found)
                .contains(org.assertj.core.groups.Tuple.tuple("largest upload", "100 MiB"));
    }

    @Test
    void wrong_credentials_are_found_and_kept_secret() {
        assertThat(examine("admin", "hush", false))
                .filteredOn(finding -> finding.verdict() == Verdict.BAD)
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .contains("credentials", "superuser")
                        .doesNotContain("hush"));
    }

    @Test
    void an_account_without_rights_is_found() {
        assertThat(examine("maria", "marias", false))
                .filteredOn(finding -> finding.verdict() == Verdict.BAD)
                .extracting(Finding::what)
                .containsExactly("rights", "updatelayers");
    }

    @Test
    void a_missing_oauth_application_is_told() {
        fakes.geonode.faults().on(GeoNodeTroubles.NO_OAUTH_APPLICATION, Fault.LIE);

        assertThat(examine("admin", "geonode", false))
                .filteredOn(finding -> finding.verdict() == Verdict.WARNING)
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("OAUTH2_DEFAULT_BACKEND_CLIENT_NAME"));
    }

    @Test
    void a_clock_that_is_wrong_is_told() {
        InstantSource late = () -> InstantSource.system().instant().plusSeconds(3600);

        assertThat(new GeoNodeCheckup(fakes.client(), fakes.settings, false, late).examine())
                .anySatisfy(finding ->
                        assertThat(finding.what() + finding.verdict()).isEqualTo("clockWARNING"));
    }

    @Test
    void a_stand_in_who_is_not_there_is_found() {
        var checkup = new GeoNodeCheckup(
                fakes.client(), fakes.settings.withOwnerOfUnknown("nobody"), false, InstantSource.system());

        assertThat(checkup.examine())
                .anySatisfy(finding -> assertThat(finding.found()).isEqualTo("no user nobody"));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whatever_geonode_does_it_throws_nothing(Fault fault) {
        fakes.geonode.faults().on(Faults.EVERY_OPERATION, fault);

        assertThat(examine("admin", "geonode", false)).isNotEmpty();
    }

    @Test
    void a_geonode_that_is_down_is_told_once() {
        fakes.geonode.faults().on(Faults.EVERY_OPERATION, Fault.DOWN);

        assertThat(examine("admin", "geonode", false)).singleElement().satisfies(finding -> assertThat(finding.remedy())
                .contains("GeoNode runs"));
    }
}
