package org.batchuploader.core.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldNamesTest {
    @ParameterizedTest
    @CsvSource({
        "NAME, NAME",
        "pop_2020, pop_2020",
        "_x, _x",
        "Größe m², Grosse_m2",
        "a.b, a_b",
        "'say \"hi\"', say_hi",
        "it's, it_s",
        "2020, f_2020",
        "select, select_",
        "DESC, DESC_",
        "fid, fid_",
        "the_geom, the_geom_",
        "geometry, geometry_",
        "Улица, Ulitsa",
        "Площадь, Ploshchad",
        "Όνομα, Onoma",
        "名称, field_1",
        "'', field_1",
        "'   ', field_1",
        "a-b c, a_b_c",
    })
    void makes_field_names_safe(String original, String expected) {
        assertThat(FieldNames.of(List.of(original))).containsExactly(expected);
    }

    @Test
    void keeps_names_that_are_safe_and_lets_the_others_make_way() {
        assertThat(FieldNames.of(List.of("Größe", "Grosse", "grosse")))
                .containsExactly("Grosse_2", "Grosse", "grosse_3");
    }

    @Test
    void tells_names_apart_that_are_the_same_once_cut() {
        assertThat(FieldNames.of(List.of("population_2020", "population_2021"), 10))
                .containsExactly("population", "populati_2");
    }

    @Test
    void keeps_a_reserved_word_that_a_cut_brings_about_apart() {
        assertThat(FieldNames.of(List.of("geometry of it"), 8)).containsExactly("geometr_");
    }

    @Test
    void never_answers_a_name_twice_nor_a_longer_one() {
        List<String> same = IntStream.range(0, 1500).mapToObj(i -> "ä").toList();

        List<String> names = FieldNames.of(same);

        assertThat(names).doesNotHaveDuplicates().allSatisfy(name -> assertThat(name)
                .matches("[A-Za-z_][A-Za-z0-9_]{0,9}"));
        assertThat(FieldNames.of(same)).isEqualTo(names);
    }

    @Test
    void leaves_safe_names_alone_when_asked_again() {
        List<String> once = FieldNames.of(List.of("Größe m²", "select", "2020", "名称", "name", "NAME"));

        assertThat(FieldNames.of(once)).isEqualTo(once);
    }
}
