package org.batchuploader.geotools.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.Severity;
import org.batchuploader.geotools.charset.CharsetDeclaration.Weight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetVerdictTest {
    private static final List<byte[]> FIELDS =
            List.of("NAME".getBytes(StandardCharsets.US_ASCII), "KIND".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({
        "windows-1251, Нижний Новгород|Екатеринбург|Ростов-на-Дону|Казань",
        "KOI8-R, Нижний Новгород|Екатеринбург|Ростов-на-Дону|Казань",
        "IBM866, Нижний Новгород|Екатеринбург|Ростов-на-Дону|Казань",
        "windows-1250, Łódź|Gdańsk|Kraków|Świnoujście|Żory",
        "ISO-8859-2, Łódź|Gdańsk|Kraków|Świnoujście|Żory",
        "IBM852, Łódź|Gdańsk|Kraków|Świnoujście|Żory",
        "windows-1252, Málaga|Cádiz|Almería|La Coruña|León",
        "IBM850, Málaga|Cádiz|Almería|La Coruña|León",
        "windows-1254, İstanbul|Diyarbakır|Şanlıurfa|Eskişehir",
        "windows-1253, Θεσσαλονίκη|Αθήνα|Πάτρα|Ηράκλειο",
        "windows-1255, ירושלים|תל אביב|חיפה",
        "windows-1256, القاهرة|الإسكندرية|الجيزة",
        "windows-1257, Šiauliai|Klaipėda|Panevėžys|Marijampolė",
        "x-windows-874, กรุงเทพมหานคร|เชียงใหม่|ขอนแก่น",
        "windows-31j, 東京都|大阪市|札幌市",
        "EUC-JP, 東京都|大阪市|札幌市",
        "GBK, 北京市|上海市|重庆市|广州市",
        "x-windows-950, 臺北市|高雄市|臺中市",
        "x-windows-949, 서울특별시|부산광역시|대구광역시",
        "UTF-8, თბილისი|ბათუმი|ქუთაისი",
        "UTF-8, São Paulo",
    })
    void tells_the_character_set_by_the_names(String charset, String names) {
        CharsetVerdict verdict = verdict(CharsetDeclaration.NONE, charset, names.split("\\|"));

        for (String name : names.split("\\|")) {
            assertThat(new String(name.getBytes(Charset.forName(charset)), verdict.charset()))
                    .isEqualTo(name);
        }
        assertThat(verdict.confidence()).isBetween(0.6, 1.0);
        assertThat(problem(verdict).code()).isEqualTo(ProblemCode.CHARSET_GUESSED);
    }

    @Test
    void has_nothing_to_say_about_plain_ascii() {
        CharsetVerdict verdict = verdict(CharsetDeclaration.NONE, "UTF-8", "London", "Leeds");

        assertThat(verdict.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(verdict.problem()).isEmpty();
    }

    @Test
    void follows_a_declaration_that_fits() {
        CharsetVerdict verdict = verdict(declared(Weight.FILE, "IBM850"), "IBM850", "Århus", "Køge", "Ærø");

        assertThat(verdict.charset().name()).isEqualTo("IBM850");
        assertThat(verdict.problem()).isEmpty();
    }

    @Test
    void names_row_and_field_of_what_is_not_in_the_declared_set() {
        CharsetVerdict verdict = verdict(declared(Weight.FILE, "UTF-8"), "windows-1252", "Aachen", "Köln", "Düren");

        Problem problem = problem(verdict);
        assertThat(problem.code()).isEqualTo(ProblemCode.CHARSET_INVALID);
        assertThat(problem.sentence()).contains("\"NAME\" in row 2").contains("windows-1252");
        assertThat(verdict.candidates())
                .first()
                .extracting(CharsetGuess::charset)
                .hasToString("windows-1252");
    }

    @Test
    void warns_that_a_western_name_was_put_on_utf_8() {
        CharsetVerdict verdict = verdict(declared(Weight.FILE, "ISO-8859-1"), "UTF-8", "Łódź", "Gdańsk");

        assertThat(verdict.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(problem(verdict).severity()).isEqualTo(Severity.WARNING);
        assertThat(problem(verdict).sentence()).contains("\"Łódź\" instead of \"Å");
    }

    @Test
    void warns_that_a_western_name_was_put_on_cyrillic() {
        CharsetVerdict verdict = verdict(
                declared(Weight.FILE, "ISO-8859-1"),
                "windows-1251",
                "Нижний Новгород",
                "Екатеринбург",
                "Ростов-на-Дону",
                "Казань",
                "Самара");

        assertThat(verdict.charset().name()).isEqualTo("windows-1251");
        assertThat(problem(verdict).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void believes_the_owner_whatever_the_text_looks_like() {
        CharsetVerdict verdict = verdict(declared(Weight.CHOSEN, "ISO-8859-1"), "UTF-8", "Łódź", "Gdańsk", "Kraków");

        assertThat(verdict.charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(verdict.problem()).isEmpty();
    }

    @Test
    void tells_the_owner_where_the_chosen_set_cannot_be() {
        assertThat(problem(verdict(declared(Weight.CHOSEN, "UTF-8"), "windows-1252", "Köln"))
                        .code())
                .isEqualTo(ProblemCode.CHARSET_INVALID);
    }

    @Test
    void says_that_a_name_is_unknown_and_what_the_text_looks_like() {
        var klingon = new CharsetDeclaration(Weight.FILE, "towns.cpg", "klingon", Optional.empty());

        Problem problem = problem(verdict(klingon, "windows-1252", "Köln", "Düren", "Münster"));

        assertThat(problem.code()).isEqualTo(ProblemCode.CHARSET_INVALID);
        assertThat(problem.sentence()).contains("klingon").contains("windows-1252");
    }

    @Test
    void reads_windows_quotes_under_the_name_of_iso_8859_1() {
        CharsetVerdict verdict = verdict(declared(Weight.FILE, "ISO-8859-1"), "windows-1252", "L’Haÿ-les-Roses");

        assertThat(verdict.charset().name()).isEqualTo("windows-1252");
        assertThat(verdict.problem()).isEmpty();
    }

    @Test
    void notes_text_that_was_encoded_twice() {
        CharsetVerdict verdict = verdict(declared(Weight.FILE, "UTF-8"), "UTF-8", "MÃ¼nchen", "KÃ¶ln");

        assertThat(problem(verdict).sentence()).contains("\"MÃ¼nchen\" was once \"München\"");
    }

    @Test
    void lets_the_place_of_the_data_decide_between_languages() {
        var turkey = new Envelope(30, 38, 34, 40);
        var iceland = new Envelope(-20, 64, -18, 65);

        assertThat(verdict(CharsetDeclaration.NONE, turkey, "windows-1254", "Kuşadası")
                        .charset()
                        .name())
                .isEqualTo("windows-1254");
        assertThat(verdict(CharsetDeclaration.NONE, iceland, "windows-1252", "Þórshöfn")
                        .charset()
                        .name())
                .isEqualTo("windows-1252");
    }

    @Test
    void keeps_no_more_of_a_long_table_than_of_a_short_one() {
        var evidence = new TextEvidence(CharsetDeclaration.NONE);
        for (int row = 1; row <= 100_000; row++) {
            byte[] cell = ("Gdańsk " + row).getBytes(StandardCharsets.UTF_8);
            evidence.look(cell, 0, cell.length, row, 0);
        }

        assertThat(evidence.foreign()).hasSizeLessThan(1000);
    }

    private static CharsetDeclaration declared(Weight weight, String charset) {
        return new CharsetDeclaration(weight, "towns.cpg", charset, CharsetNames.find(charset));
    }

    private static Problem problem(CharsetVerdict verdict) {
        return verdict.problem().orElseThrow();
    }

    private static CharsetVerdict verdict(CharsetDeclaration declaration, String charset, String... names) {
        return verdict(declaration, null, charset, names);
    }

    private static CharsetVerdict verdict(
            CharsetDeclaration declaration, @Nullable Envelope area, String charset, String... names) {
        var evidence = new TextEvidence(declaration);
        for (int i = 0; i < names.length; i++) {
            byte[] cell = (names[i] + "   ").getBytes(Charset.forName(charset));
            evidence.look(cell, 0, cell.length, i + 1, 0);
        }
        return CharsetVerdict.of(evidence, "towns.dbf", FIELDS, area);
    }
}
