package org.batchuploader.geotools.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @ParameterizedTest
    @ValueSource(strings = {"", "Malmö", "Тула", "東京", "ก", "𐍈 😀"})
    void takes_what_is_encoded_rightly(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(Utf8.fits(bytes, 0, bytes.length)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c0af",
                "c1bf",
                "e08080",
                "eda080",
                "f08080af",
                "f4908080",
                "f5808080",
                "ff",
                "41c3 41",
                "e4b841"
            })
    void refuses_what_rfc_3629_does(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

        assertThat(Utf8.fits(bytes, 0, bytes.length)).isFalse();
    }

    @Test
    void forgives_a_character_that_the_end_cuts_off() {
        byte[] bytes = "日本".getBytes(StandardCharsets.UTF_8);

        assertThat(Utf8.fits(bytes, 0, 5)).isTrue();
        assertThat(Utf8.fits(bytes, 0, 4)).isTrue();
    }
}
