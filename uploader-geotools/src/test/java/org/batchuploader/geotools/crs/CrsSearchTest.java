package org.batchuploader.geotools.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.testkit.sample.SampleCrs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrsSearchTest {
    private static final String FEET = "PROJCS[\"NAD_1983_StatePlane_California_V_FIPS_0405_Feet\","
            + "GEOGCS[\"GCS_North_American_1983\",DATUM[\"D_North_American_1983\","
            + "SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Lambert_Conformal_Conic\"],"
            + "PARAMETER[\"False_Easting\",6561666.666666666],PARAMETER[\"False_Northing\",1640416.666666667],"
            + "PARAMETER[\"Central_Meridian\",-118.0],PARAMETER[\"Standard_Parallel_1\",34.03333333333333],"
            + "PARAMETER[\"Standard_Parallel_2\",35.46666666666667],PARAMETER[\"Latitude_Of_Origin\",33.5],"
            + "UNIT[\"Foot_US\",0.3048006096012192]]";

    private final CrsSearch search = new CrsSearch();

    private String code(String text) {
        CrsSearch.Answer answer = search.identify(text);
        return answer.answered() ? answer.candidates().get(0).code() : "";
    }

    private List<String> found(String query) {
        return search.search(query, null, 10).stream().map(CrsCandidate::code).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:25832, EPSG:25832",
        "epsg:25832, EPSG:25832",
        "25832, EPSG:25832",
        "urn:ogc:def:crs:EPSG::25832, EPSG:25832",
        "urn:ogc:def:crs:EPSG:9.8:25832, EPSG:25832",
        "http://www.opengis.net/def/crs/EPSG/0/25832, EPSG:25832",
        "http://www.opengis.net/gml/srs/epsg.xml#25832, EPSG:25832",
        "+init=epsg:25832 +no_defs, EPSG:25832",
        "urn:ogc:def:crs:OGC:1.3:CRS84, EPSG:4326",
        "EPSG:7415, EPSG:28992",
        "EPSG:4979, EPSG:4326",
        "ESRI:54009, ESRI:54009",
        "WGS 84 / UTM zone 33N, EPSG:32633"
    })
    void takes_codes_in_every_notation(String text, String code) {
        assertThat(code(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "+proj=longlat +datum=WGS84 +no_defs, EPSG:4326",
        "+proj=utm +zone=33 +south +datum=WGS84 +units=m +no_defs, EPSG:32733",
        "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null, EPSG:3857",
        "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +datum=OSGB36 +units=m, EPSG:27700"
    })
    void reads_proj_strings(String text, String code) {
        assertThat(code(text)).isEqualTo(code);
    }

    @Test
    void tells_american_feet_from_international_ones() {
        assertThat(code(FEET)).isEqualTo("EPSG:2229");
        assertThat(code(FEET.replace("0.3048006096012192", "0.3048"))).isNotEqualTo("EPSG:2229");
    }

    @Test
    void takes_parentheses_line_breaks_and_any_case() {
        String other = SampleCrs.SWISS_LV95
                .replace('[', '(')
                .replace(']', ')')
                .replace(",", " ,\r\n  ")
                .replace("PROJCS", "projcs");

        assertThat(code(other)).isEqualTo("EPSG:2056");
    }

    @Test
    void takes_the_horizontal_part_of_what_is_wrapped() {
        String compound = "COMPD_CS[\"LV95 + LN02\"," + SampleCrs.SWISS_LV95
                + ",VERT_CS[\"LN02\",VERT_DATUM[\"LN02\",2005],UNIT[\"metre\",1]]]";
        String bound = "BOUNDCRS[SOURCECRS[" + SampleCrs.SWISS_LV95 + "],TARGETCRS[" + SampleCrs.WGS_84
                + "],ABRIDGEDTRANSFORMATION[\"x\"]]";

        assertThat(code(compound)).isEqualTo("EPSG:2056");
        assertThat(code(bound)).isEqualTo("EPSG:2056");
    }

    @Test
    void believes_a_code_only_when_the_parameters_agree() {
        String right = SampleCrs.SWISS_LV95.replaceFirst("]$", ",AUTHORITY[\"EPSG\",\"2056\"]]");
        String wrong = right.replace("\"2056\"", "\"21781\"");

        assertThat(search.identify(right).candidates().get(0).confidence()).isEqualTo(1);
        assertThat(code(wrong)).isEqualTo("EPSG:2056");
    }

    @Test
    void puts_the_successor_before_a_deprecated_code() {
        String old = SampleCrs.NAD_83_UTM_17N
                .replace("North_American_1983", "MGI")
                .replace("NAD_1983_UTM_Zone_17N", "MGI / M28")
                .replace("GRS_1980\",6378137.0,298.257222101", "Bessel_1841\",6377397.155,299.1528128")
                .replace("500000.0", "150000.0")
                .replace("-81.0", "10.33333333333333")
                .replace("0.9996", "1.0");

        List<CrsCandidate> candidates = search.identify(old).candidates();

        assertThat(candidates.get(0).code()).isEqualTo("EPSG:31284");
        assertThat(candidates)
                .filteredOn(candidate -> candidate.code().equals("EPSG:31294"))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.reason()).contains("deprecated, replaced by EPSG:31284"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "PROJCS",
                "PROJCS[",
                "PROJCS[]",
                "PROJCS[\"x\"",
                "]]]]",
                "GEOGCS[\"x\",DATUM[\"y\"]]",
                "GEOGCS[\"x\",DATUM[\"y\",SPHEROID[\"z\",NaN,1]]]",
                "GEOGCS[\"x\",DATUM[\"y\",SPHEROID[\"z\",1e999,-1]]]",
                "+proj=",
                "+proj=utm +zone=x +datum=WGS84",
                "+proj=utm +ellps=WGS84 +zone=1e300",
                "LOCAL_CS[\"plan\",UNIT[\"m\",1]]",
                "EPSG:99999999999",
                "EPSG:999999",
                "\u0000\u0001",
                "ENGCRS[\"a\",EDATUM[\"b\"]]"
            })
    void refuses_what_is_no_definition(String text) {
        assertThat(code(text)).isEmpty();
    }

    @Test
    void gives_up_on_endless_nesting() {
        assertThat(code("PROJCS[".repeat(10_000))).isEmpty();
        assertThat(code("GEOGCS[\"x\"" + ",A[1]".repeat(12_000) + "]")).isEmpty();
        assertThat(code("\"" + "x".repeat(1 << 20))).isEmpty();
    }

    @Test
    void finds_systems_by_words_of_name_and_place() {
        assertThat(found("lambert 93").get(0)).isEqualTo("EPSG:2154");
        assertThat(found("british national grid").get(0)).isEqualTo("EPSG:27700");
        assertThat(found("2056")).containsExactly("EPSG:2056");
        assertThat(found("utm 32n etrs89")).contains("EPSG:25832");
        assertThat(found("netherlands rd new").get(0)).isEqualTo("EPSG:28992");
        assertThat(found("no such place")).isEmpty();
    }

    @Test
    void finds_only_what_an_extent_fits() {
        Envelope paris = CrsSearch.extent("640000,6850000,660000,6870000");

        assertThat(search.search("lambert", paris, 10))
                .extracting(CrsCandidate::code)
                .contains("EPSG:2154")
                .doesNotContain("EPSG:31370");
        assertThat(search.search("", paris, 10)).extracting(CrsCandidate::code).contains("EPSG:2154");
        assertThatThrownBy(() -> CrsSearch.extent("1,2,3")).hasMessageContaining("four numbers");
        assertThatThrownBy(() -> CrsSearch.extent("3,2,1,0")).hasMessageContaining("four numbers");
    }

    @Test
    void ranks_degrees_as_degrees() {
        List<CrsCandidate> candidates = search.search("", CrsSearch.extent("5.9,45.8,10.5,47.8"), 20);

        assertThat(candidates.get(0).code()).isEqualTo("EPSG:4326");
        assertThat(candidates).allSatisfy(c -> assertThat(c.reason()).startsWith("The "));
        assertThat(candidates.stream().mapToDouble(CrsCandidate::confidence).sum())
                .isLessThanOrEqualTo(1.001);
    }
}
