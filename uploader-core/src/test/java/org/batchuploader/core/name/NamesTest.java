package org.batchuploader.core.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a/b", "a\\b", "a\u0000b", "a\nb", "a\u202Eb", "/etc/passwd", "\uD800"})
    void refuses_what_is_no_file_name(String raw) {
        assertThatThrownBy(() -> FileName.canonical(raw)).isInstanceOf(InvalidName.class);
    }

    @Test
    void refuses_a_name_of_300_bytes_and_takes_one_of_255() {
        assertThatThrownBy(() -> FileName.canonical("é".repeat(150))).hasMessageContaining("300 bytes");
        assertThat(FileName.canonical("a".repeat(255))).hasSize(255);
    }

    @Test
    void gives_both_unicode_forms_the_same_canonical_name() {
        assertThat(FileName.canonical("Zu\u0308rich.shp")).isEqualTo(FileName.canonical("Z\u00fcrich.shp"));
    }

    @Test
    void takes_what_only_windows_calls_reserved() {
        assertThat(FileName.canonical("CON.zip")).isEqualTo("CON.zip");
    }

    @ParameterizedTest
    @CsvSource({
        "'', roads.shp, roads.shp",
        "a/b, c.shp, a/b/c.shp",
        "a/b, /c.shp, c.shp",
        "a, ../../../etc/passwd, etc/passwd",
        "a, ./b//c/., a/b/c",
        "'', '..', ''",
    })
    void resolves_paths_inside_the_jail(String folder, String path, String expected) {
        assertThat(DropPath.resolve(folder, path)).isEqualTo(expected);
    }

    @Test
    void refuses_paths_without_measure() {
        assertThatThrownBy(() -> DropPath.resolve("", "a/".repeat(33))).isInstanceOf(InvalidName.class);
        assertThatThrownBy(() -> DropPath.resolve("", ("a".repeat(250) + "/").repeat(5)))
                .isInstanceOf(InvalidName.class);
    }

    @ParameterizedTest
    @CsvSource({
        "roads, roads",
        "Straßen von Zürich 2024, strassen_von_zurich_2024",
        "2024 roads, l_2024_roads",
        "Ærø, aero",
        "дороги, dorogi",
        "Οδοί της Αθήνας, odoi_tis_athinas",
        "道路, layer",
        "'; DROP TABLE layer; --', drop_table_layer",
        "CON, con",
    })
    void makes_layer_names_safe(String words, String expected) {
        assertThat(LayerName.from(words)).isEqualTo(expected);
        assertThat(LayerName.isValid(LayerName.from(words))).isTrue();
    }

    @Test
    void numbers_the_longest_name_without_making_it_longer() {
        String longest = LayerName.from("a".repeat(300));
        assertThat(LayerName.numbered(longest, 12)).hasSize(LayerName.LONGEST).endsWith("_12");
    }
}
