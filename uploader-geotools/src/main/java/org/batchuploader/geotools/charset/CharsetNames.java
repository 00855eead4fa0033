package org.batchuploader.geotools.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The spellings that people, ESRI, GDAL, QGIS and GeoServer use for character sets in {@code .cpg} and {@code .cst} files,
 * as Java charsets: names of IANA, numbers of Windows and DOS code pages, {@code LDID/87}, {@code ANSI 1252},
 * {@code OEM 866}, {@code 88591}. Only sets that contain ASCII are answered, as tables are in no other.
 */
public final class CharsetNames {
    private static final Pattern ISO_8859 = Pattern.compile("(?:iso)?8859(\\d{1,2})");
    private static final Pattern LATIN = Pattern.compile("(?:iso)?latin(\\d{1,2})");
    private static final Pattern DRIVER = Pattern.compile("ldid(\\d{1,3})");
    private static final Pattern NUMBER =
            Pattern.compile("(?:ansi|oem|cp|codepage|xwindows|windows|win|ibm|ms|dos|xibm)?(\\d{3,5})");

    /** They mean "as this computer is set", which another computer cannot know. */
    private static final Set<String> EMPTY_WORDS =
            Set.of("", "ansi", "oem", "system", "default", "none", "null", "auto");

    private static final int[] LATIN_TO_ISO = {0, 1, 2, 3, 4, 9, 10, 13, 14, 15, 16};

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("utf8", "UTF-8"),
            Map.entry("utf8bom", "UTF-8"),
            Map.entry("utf8sig", "UTF-8"),
            Map.entry("unicodeutf8", "UTF-8"),
            Map.entry("ascii", "US-ASCII"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("shiftjis", "windows-31j"),
            Map.entry("mskanji", "windows-31j"),
            Map.entry("big5", "x-windows-950"),
            Map.entry("big5hkscs", "Big5-HKSCS"),
            Map.entry("gb2312", "GBK"),
            Map.entry("gbk", "GBK"),
            Map.entry("gb18030", "GB18030"),
            Map.entry("eucjp", "EUC-JP"),
            Map.entry("euckr", "x-windows-949"),
            Map.entry("uhc", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("koi8r", "KOI8-R"),
            Map.entry("koi8u", "KOI8-U"),
            Map.entry("tis620", "x-windows-874"),
            Map.entry("macroman", "x-MacRoman"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("maccyrillic", "x-MacCyrillic"));

    private static final Map<Integer, String> PAGES = Map.ofEntries(
            Map.entry(65001, "UTF-8"),
            Map.entry(20127, "US-ASCII"),
            Map.entry(932, "windows-31j"),
            Map.entry(936, "GBK"),
            Map.entry(949, "x-windows-949"),
            Map.entry(950, "x-windows-950"),
            Map.entry(20866, "KOI8-R"),
            Map.entry(21866, "KOI8-U"),
            Map.entry(20932, "EUC-JP"),
            Map.entry(51932, "EUC-JP"),
            Map.entry(51949, "EUC-KR"),
            Map.entry(52936, "GBK"),
            Map.entry(54936, "GB18030"),
            Map.entry(10000, "x-MacRoman"),
            Map.entry(10006, "x-MacGreek"),
            Map.entry(10007, "x-MacCyrillic"),
            Map.entry(10029, "x-MacCentralEurope"),
            Map.entry(10081, "x-MacTurkish"));

    private CharsetNames() {}

    /** The set that a declaration or an owner's choice names. */
    public static Optional<Charset> find(String declaration) {
        String text = declaration.strip();
        String plain = plain(text);
        Matcher iso = ISO_8859.matcher(plain);
        Matcher latin = LATIN.matcher(plain);
        Matcher driver = DRIVER.matcher(plain);
        Matcher number = NUMBER.matcher(plain);
        Stream<String> names;
        if (WORDS.containsKey(plain)) {
            names = Stream.of(WORDS.get(plain));
        } else if (iso.matches()) {
            names = Stream.of("ISO-8859-" + Integer.parseInt(iso.group(1)));
        } else if (latin.matches() && Integer.parseInt(latin.group(1)) < LATIN_TO_ISO.length) {
            names = Stream.of("ISO-8859-" + LATIN_TO_ISO[Integer.parseInt(latin.group(1))]);
        } else if (driver.matches()) {
            names = LanguageDrivers.find(Integer.parseInt(driver.group(1))).stream();
        } else if (number.matches()) {
            names = numbered(Integer.parseInt(number.group(1)));
        } else {
            names = Stream.of(text);
        }
        return names.map(CharsetNames::named).flatMap(Optional::stream).findFirst();
    }

    /** Whether a declaration declares nothing. */
    static boolean isEmpty(String declaration) {
        return EMPTY_WORDS.contains(plain(declaration));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The set of a language driver byte; 0 says nothing. */
    public static Optional<Charset> ofLanguageDriver(int id) {
        return LanguageDrivers.find(id).flatMap(CharsetNames::named);
    }

    private static Stream<String> numbered(int page) {
        if (page > 28590 && page < 28607) {
            return Stream.of("ISO-8859-" + (page - 28590));
        }
        String known = PAGES.get(page);
        return known != null
                ? Stream.of(known)
                : List.of("windows-", "IBM", "x-windows-", "x-IBM").stream().map(prefix -> prefix + page);
    }

    private static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name)).filter(CharsetNames::containsAscii);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean containsAscii(Charset charset) {
        String letters = "Az09 .,-_";
        return new String(letters.getBytes(StandardCharsets.US_ASCII), charset).equals(letters);
    }
}
