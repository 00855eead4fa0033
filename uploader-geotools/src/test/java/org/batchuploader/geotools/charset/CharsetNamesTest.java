package org.batchuploader.geotools.charset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetNamesTest {
    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "utf8, UTF-8",
        "65001, UTF-8",
        "CP65001, UTF-8",
        "1252, windows-1252",
        "ANSI 1252, windows-1252",
        "cp1252, windows-1252",
        "WINDOWS_1252, windows-1252",
        "windows1250, windows-1250",
        "ISO-8859-1, ISO-8859-1",
        "ISO 8859-1, ISO-8859-1",
        "ISO88591, ISO-8859-1",
        "8859_1, ISO-8859-1",
        "88591, ISO-8859-1",
        "885915, ISO-8859-15",
        "28592, ISO-8859-2",
        "Latin1, ISO-8859-1",
        "latin-5, ISO-8859-9",
        "Latin 9, ISO-8859-15",
        "LDID/87, windows-1252",
        "LDID/38, IBM866",
        "OEM 866, IBM866",
        "ibm850, IBM850",
        "437, IBM437",
        "737, x-IBM737",
        "874, x-windows-874",
        "TIS-620, x-windows-874",
        "Big5, x-windows-950",
        "950, x-windows-950",
        "GBK, GBK",
        "GB2312, GBK",
        "936, GBK",
        "54936, GB18030",
        "SHIFT_JIS, windows-31j",
        "932, windows-31j",
        "EUC-JP, EUC-JP",
        "949, x-windows-949",
        "EUC-KR, x-windows-949",
        "KOI8-R, KOI8-R",
        "koi8r, KOI8-R",
        "20866, KOI8-R",
        "21866, KOI8-U",
        "10007, x-MacCyrillic",
        "macintosh, x-MacRoman",
    })
    void knows_the_spellings_of_the_wild(String spelling, String charset) {
        assertThat(CharsetNames.find(spelling))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo(charset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"klingon", "UTF-16", "IBM037", "99999", "../../etc/passwd", "LDID/999", "ä"})
    void knows_nothing_that_a_table_cannot_be_in(String spelling) {
        assertThat(CharsetNames.find(spelling)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ANSI", "OEM", "System", "default"})
    void takes_words_that_say_nothing_for_nothing(String spelling) {
        assertThat(CharsetNames.isEmpty(spelling)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1, IBM437",
        "3, windows-1252",
        "87, windows-1252",
        "201, windows-1251",
        "126, windows-1256",
        "151, x-MacCentralEurope"
    })
    void knows_the_language_drivers(int id, String charset) {
        assertThat(CharsetNames.ofLanguageDriver(id))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo(charset));
        assertThat(CharsetNames.ofLanguageDriver(0)).isEmpty();
        assertThat(CharsetNames.ofLanguageDriver(0x68)).isEmpty();
    }
}
