package org.batchuploader.geotools.crs.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EpsgTablesTest {
    @Test
    void unpacks_degrees_minutes_and_seconds() {
        assertThat(EpsgTables.degrees(7.26225)).isEqualTo(7 + 26 / 60.0 + 22.5 / 3600);
        assertThat(EpsgTables.degrees(-71.3)).isEqualTo(-71.5);
    }

    @Test
    void spells_names_the_same_whoever_wrote_them() {
        assertThat(Words.of("ETRS89 / UTM zone 32N")).isEqualTo(Words.of("ETRS_1989_UTM_Zone_32N"));
        assertThat(Words.of("NAD83")).isEqualTo(Words.of("GCS_North_American_1983"));
        assertThat(Words.of("RT90 2.5 gon W")).isEqualTo(Words.of("RT90_25_gon_W"));
        assertThat(Words.of("Pulkovo 1942 / 3-degree Gauss-Kr\u00fcger CM 39E"))
                .isEqualTo(Words.of("Pulkovo_1942_3_Degree_GK_CM_39E"));
    }
}
