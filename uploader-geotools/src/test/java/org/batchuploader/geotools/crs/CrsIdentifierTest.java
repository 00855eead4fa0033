package org.batchuploader.geotools.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.testkit.sample.SampleCrs;
import org.geotools.api.referencing.FactoryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrsIdentifierTest {
    private static final Envelope BERN = new Envelope(2_600_000, 1_200_000, 2_650_000, 1_230_000);

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

    @Test
    void knows_what_earlier_editions_called_the_scale_of_an_oblique_mercator() {
        assertThat(code(
                        "PROJCRS[\"HD72 / EOV\",BASEGEOGCRS[\"HD72\",DATUM[\"Hungarian Datum 1972\",ELLIPSOID[\"GRS 1967\",6378160,"
                                + "298.247167427]]],CONVERSION[\"Egyseges Orszagos Vetuleti\",METHOD[\"Hotine Oblique Mercator (variant B)\"],"
                                + "PARAMETER[\"Latitude of projection centre\",47.1443937222222],PARAMETER[\"Longitude of projection centre\","
                                + "19.0485717777778],PARAMETER[\"Azimuth of initial line\",90],PARAMETER[\"Angle from Rectified to Skew Grid\",90],"
                                + "PARAMETER[\"Scale factor on initial line\",0.99993],PARAMETER[\"Easting at projection centre\",650000],"
                                + "PARAMETER[\"Northing at projection centre\",200000]],CS[Cartesian,2],AXIS[\"(Y)\",east],AXIS[\"(X)\",north],"
                                + "LENGTHUNIT[\"metre\",1]]"))
                .isEqualTo("EPSG:23700");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                2056, 27700, 28992, 31370, 2154, 3035, 25832, 32633, 26917, 3067, 2180, 2193, 5514, 3031, 29873, 27572
            })
    void finds_a_code_again_as_geotools_writes_it(int code) throws FactoryException {
        String text = Epsg.instance()
                .decode("EPSG:" + code)
                .toString()
                .replaceAll(",\\s*AUTHORITY\\[\"EPSG\",\\s*\"\\d+\"]", "");

        assertThat(code(text)).isEqualTo("EPSG:" + code);
    }

    @Test
    void a_system_that_nobody_can_transform_is_not_taken_though_it_is_known() {
        CrsFinding finding = identifier.identify("EPSG:32600", new Envelope(32_500_000, 0, 32_600_000, 10), null);

        assertThat(finding.crs()).isNull();
        assertThat(finding.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.CRS_UNRECOGNISED);
            assertThat(problem.sentence()).contains("UTM grid system", "EPSG:32600");
        });
    }

    @Test
    void offers_what_nonsense_may_mean_by_the_extent() {
        CrsFinding finding = identifier.identify("nonsense", BERN, null);

        assertThat(finding.crs()).isNull();
        assertThat(finding.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.CRS_UNRECOGNISED);
            assertThat(problem.candidates()).extracting(CrsCandidate::code).contains("EPSG:2056");
        });
    }

    @Test
    void asks_when_nothing_but_the_ellipsoid_tells_datums_apart() {
        CrsFinding finding = identifier.identify("+proj=utm +zone=32 +ellps=GRS80 +units=m", null, null);

        assertThat(finding.problems()).extracting("code").containsExactly(ProblemCode.CRS_AMBIGUOUS);
        assertThat(finding.problems().get(0).candidates())
                .extracting(CrsCandidate::code)
                .contains("EPSG:25832");
    }

    @Test
    void tells_what_a_custom_system_differs_in() {
        CrsFinding finding = identifier.identify(SampleCrs.SWISS_LV95.replace("2600000.0", "2600123.0"), null, null);

        assertThat(finding.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.CRS_UNRECOGNISED);
            assertThat(problem.candidates().get(0).code()).isEqualTo("EPSG:2056");
            assertThat(problem.candidates().get(0).reason()).contains("false easting: 2600123 instead of 2600000");
        });
    }

    @Test
    void what_was_chosen_before_comes_first_where_the_extent_agrees() {
        var lost = new Inspection(
                Format.SHAPEFILE,
                null,
                null,
                BERN,
                null,
                null,
                identifier.identify("", BERN, null).problems());
        var habits = new CrsHabits(List.of("EPSG:27700", "EPSG:21781"), List.of("EPSG:2056"));

        List<CrsCandidate> candidates =
                identifier.prefer(habits, lost).problems().get(0).candidates();

        assertThat(candidates.get(0).code()).isEqualTo("EPSG:2056");
        assertThat(candidates.get(0).reason()).startsWith("Other data here is in this system");
        assertThat(candidates).extracting(CrsCandidate::code).doesNotContain("EPSG:27700", "EPSG:21781");
    }

    @Test
    void doubts_degrees_beyond_the_poles() {
        assertThat(identifier
                        .identify(SampleCrs.WGS_84, new Envelope(500_000, 4_000_000, 600_000, 4_100_000), null)
                        .problems())
                .extracting("code")
                .containsExactly(ProblemCode.EXTENT_IMPLAUSIBLE);
    }
}
