package org.batchuploader.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleRulesTest {
    @ParameterizedTest
    @CsvSource({
        "roads.shp, roads, shp",
        "ROADS.SHP, ROADS, shp",
        "roads.shp.xml, roads, shp.xml",
        "a.b.tif, a.b, tif",
        "a.tif.aux.xml, a, tif.aux.xml",
        ".hidden, .hidden, ''",
        "readme, readme, ''",
        "roads.shp.part, roads.shp, part",
    })
    void takes_names_apart(String name, String base, String extension) {
        assertThat(PartName.of(name)).isEqualTo(new PartName(base, extension));
    }

    @ParameterizedTest
    @CsvSource({
        "roads.shp, 'shx dbf'",
        "roads.dbf, 'shp shx'",
        "roads.prj, 'shp shx dbf'",
        "roads.shp roads.SHX ROADS.dbf, ''",
        "photo.tfw, tif",
        "photo.tif photo.tfw, ''",
        "atlas.zip, ''",
        "readme.txt, ''",
        "town.gpkg, ''",
        "trees.csv trees.prj, ''",
        "trees.csvt, csv",
        "lots.xsd, gml",
        "lots.gml lots.xsd, ''",
    })
    void says_what_is_missing(String names, String missing) {
        BundleContents contents = BundleContents.of(Arrays.asList(names.split(" ")));
        assertThat(String.join(" ", contents.missing())).isEqualTo(missing);
    }

    @Test
    void only_a_lone_archive_or_file_without_sidecars_is_complete_at_its_end() {
        assertThat(BundleContents.of(List.of("a.zip")).lone()).isTrue();
        assertThat(BundleContents.of(List.of("a.gpkg")).lone()).isTrue();
        assertThat(BundleContents.of(List.of("a.csv")).lone()).isFalse();
        assertThat(BundleContents.of(List.of("a.tif")).lone()).isFalse();
        assertThat(BundleContents.of(List.of("a.shp", "a.shx", "a.dbf")).lone()).isFalse();
    }

    @Test
    void a_temporary_name_keeps_to_itself() {
        assertThat(BundleContents.of(List.of("roads.shp.part")).isComplete()).isFalse();
        assertThat(BundleKey.of("anna", "", "roads.shp.part").base()).isEqualTo("roads.shp.part");
        assertThat(BundleKey.of("anna", "", "ROADS.SHP")).isEqualTo(BundleKey.of("anna", "", "roads.dbf"));
    }
}
