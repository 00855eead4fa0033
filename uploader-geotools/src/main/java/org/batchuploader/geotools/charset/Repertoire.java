package org.batchuploader.geotools.charset;

import java.util.List;
import java.util.stream.Stream;

/**
 * The character sets in which a group of languages was ever written, likeliest first. What Windows used leads in tables
 * of geodata, its ISO twins and the DOS pages of old dBASE follow, the Macintosh ends the row.
 */
enum Repertoire {
    WESTERN("windows-1252 0", "ISO-8859-1 1", "ISO-8859-15 2", "IBM850 1.5", "IBM437 2.5", "x-MacRoman 3"),
    PORTUGUESE(WESTERN, "IBM860 3"),
    ICELANDIC(WESTERN, "IBM861 2.5", "x-MacIceland 8"),
    FRENCH(WESTERN, "IBM863 4"),
    NORDIC(WESTERN, "IBM865 2.5", "ISO-8859-4 5"),
    CENTRAL(
            "windows-1250 0",
            "ISO-8859-2 1",
            "IBM852 1.5",
            "x-MacCentralEurope 3",
            "x-MacCroatian 8",
            "x-MacRomania 8",
            "ISO-8859-16 8"),
    TURKISH("windows-1254 0", "ISO-8859-9 1", "IBM857 1.5", "x-MacTurkish 3", "ISO-8859-3 4"),
    BALTIC("windows-1257 0", "ISO-8859-13 1", "IBM775 1.5", "ISO-8859-4 2"),
    SOUTHERN("ISO-8859-3 0"),
    VIETNAMESE("windows-1258 0"),
    CYRILLIC(
            "windows-1251 0",
            "KOI8-R 1",
            "IBM866 1",
            "ISO-8859-5 1.5",
            "x-MacCyrillic 3",
            "KOI8-U 1.5",
            "IBM855 2",
            "x-MacUkraine 8"),
    GREEK("windows-1253 0", "ISO-8859-7 1", "x-IBM737 1.5", "IBM869 2.5", "x-MacGreek 3"),
    HEBREW("windows-1255 0", "ISO-8859-8 1", "IBM862 1.5"),
    ARABIC("windows-1256 0", "ISO-8859-6 1"),
    THAI("x-windows-874 0", "TIS-620 1"),
    JAPANESE("windows-31j 0", "EUC-JP 1"),
    SIMPLIFIED("GBK 0", "GB18030 1"),
    TRADITIONAL("x-windows-950 0", "Big5 0.5", "Big5-HKSCS 2", "x-EUC-TW 4"),
    KOREAN("x-windows-949 0", "EUC-KR 0.5", "x-Johab 4");

    /** One of them, and how much less likely it is than the first, in nats. */
    record Choice(String charset, double handicap) {}

    /** Unchangeable, which the type does not say. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Choice> choices;

    Repertoire(String... choices) {
        this.choices = Stream.of(choices).map(Repertoire::choice).toList();
    }

    Repertoire(Repertoire base, String... more) {
        this.choices = Stream.concat(base.choices.stream(), Stream.of(more).map(Repertoire::choice))
                .toList();
    }

    private static Choice choice(String text) {
        int space = text.indexOf(' ');
        return new Choice(text.substring(0, space), Double.parseDouble(text.substring(space + 1)));
    }

    List<Choice> choices() {
        return choices;
    }
}
