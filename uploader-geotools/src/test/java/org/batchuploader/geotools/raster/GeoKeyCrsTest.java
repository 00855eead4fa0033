package org.batchuploader.geotools.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.batchuploader.geotools.crs.CrsFinding;
import org.batchuploader.geotools.crs.CrsIdentifier;
import org.junit.jupiter.api.Test;

class GeoKeyCrsTest {
    private static final int USER_DEFINED = 32767;

    private static String code(Map<Integer, Integer> numbers, Map<Integer, Double> reals, Map<Integer, String> texts) {
        CrsFinding finding = GeoKeyCrs.of(new GeoKeys(numbers, reals, texts))
                .map(crs -> new CrsIdentifier().identify(crs, null))
                .orElseThrow();
        assertThat(finding.problems()).isEmpty();
        return Objects.requireNonNull(finding.crs()).code();
    }

    @Test
    void knows_a_zone_by_the_number_of_its_conversion() {
        assertThat(code(Map.of(1024, 1, 2048, 4326, 3072, USER_DEFINED, 3074, 16033), Map.of(), Map.of()))
                .isEqualTo("EPSG:32633");
    }

    @Test
    void knows_a_grid_by_its_parameters() {
        Map<Integer, Double> reals =
                Map.of(3080, -2.0, 3081, 49.0, 3082, 400_000.0, 3083, -100_000.0, 3092, 0.9996012717);

        assertThat(code(Map.of(1024, 1, 2048, 4277, 3072, USER_DEFINED, 3075, 1, 3076, 9001), reals, Map.of()))
                .isEqualTo("EPSG:27700");
    }

    @Test
    void knows_a_datum_by_what_its_citation_says() {
        Map<Integer, Double> reals = Map.of(2057, 6378206.4, 2059, 294.978698213898);
        Map<Integer, String> texts =
                Map.of(2049, "GCS Name = NAD27|Datum = North American Datum 1927|Primem = Greenwich|");

        assertThat(code(Map.of(1024, 2, 2048, USER_DEFINED, 2050, USER_DEFINED), reals, texts))
                .isEqualTo("EPSG:4267");
    }

    @Test
    void has_nothing_to_say_without_an_ellipsoid_or_a_method() {
        assertThat(GeoKeyCrs.of(new GeoKeys(Map.of(2048, USER_DEFINED), Map.of(), Map.of())))
                .isEmpty();
        assertThat(GeoKeyCrs.of(
                        new GeoKeys(Map.of(1024, 1, 2048, 4326, 3072, USER_DEFINED, 3075, 99), Map.of(), Map.of())))
                .isEmpty();
    }
}
