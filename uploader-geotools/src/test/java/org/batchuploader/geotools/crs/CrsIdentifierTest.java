package org.batchuploader.geotools.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.testkit.sample.SampleCrs;
import org.geotools.api.referencing.FactoryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrsIdentifierTest {
    private final CrsIdentifier identifier = new CrsIdentifier();

    private String code(String text) {
        CrsFinding finding = identifier.identify(text, null, null);
        assertThat(finding.problems()).isEmpty();
        return Objects.requireNonNull(finding.crs()).code();
    }

    @Test
    void knows_the_spellings_of_desktop_software() {
        assertThat(code(SampleCrs.WGS_84)).isEqualTo("EPSG:4326");
        assertThat(code(SampleCrs.NAD_27)).isEqualTo("EPSG:4267");
        assertThat(code(SampleCrs.NAD_83_UTM_17N)).isEqualTo("EPSG:26917");
        assertThat(code(SampleCrs.WEB_MERCATOR)).isEqualTo("EPSG:3857");
        assertThat(code(SampleCrs.SWISS_LV95)).isEqualTo("EPSG:2056");
    }

    @ParameterizedTest
    @CsvSource({"EPSG:25832", "epsg:25832", "urn:ogc:def:crs:EPSG::25832"})
    void takes_a_code_alone(String text) {
        assertThat(code(text)).isEqualTo("EPSG:25832");
    }

    @ParameterizedTest
    @CsvSource({"2056", "27700", "28992", "31370", "2154", "3035", "25832", "32633", "26917", "3067", "2180", "2193"})
    void finds_a_code_again_by_what_its_definition_does(int code) throws FactoryException {
        String text = Epsg.instance().decode(code).toWKT().replaceAll(",\\s*AUTHORITY\\[\"EPSG\",\\s*\"\\d+\"]", "");

        assertThat(code(text)).isEqualTo("EPSG:" + code);
    }

    @Test
    void offers_what_nonsense_may_mean_by_the_extent() {
        CrsFinding finding =
                identifier.identify("nonsense", new Envelope(2_600_000, 1_200_000, 2_650_000, 1_230_000), null);

        assertThat(finding.crs()).isNull();
        assertThat(finding.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.CRS_UNRECOGNISED);
            assertThat(problem.candidates()).extracting(CrsCandidate::code).contains("EPSG:2056");
        });
    }

    @Test
    void doubts_degrees_beyond_the_poles() {
        assertThat(identifier
                        .identify(SampleCrs.WGS_84, new Envelope(500_000, 4_000_000, 600_000, 4_100_000), null)
                        .problems())
                .extracting("code")
                .containsExactly(ProblemCode.EXTENT_IMPLAUSIBLE);
    }

    @Test
    void unpacks_degrees_minutes_and_seconds() {
        assertThat(EpsgTables.degrees(7.26225)).isEqualTo(7 + 26 / 60.0 + 22.5 / 3600);
        assertThat(EpsgTables.degrees(-71.3)).isEqualTo(-71.5);
    }
}
