package org.batchuploader.geotools.shapefile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The spellings of {@code .cpg} files and the language driver bytes of dBASE, as Java charsets. */
public final class CharsetNames {
    private static final Pattern ISO_8859 = Pattern.compile("(?:iso)?8859(\\d{1,2})");
    private static final Pattern NUMBER = Pattern.compile("(?:ansi|oem|cp|windows|win|ibm|ms)?(\\d{3,5})");

    /** After the table of language drivers in dBASE's and FoxPro's documents, which GDAL follows as well. */
    private static final Map<Integer, String> LANGUAGE_DRIVERS = new HashMap<>();

    static {
        drivers("Big5", 0x4F, 0x78);
        drivers("GBK", 0x4D, 0x7A);
        drivers("IBM437", 0x01, 0x09, 0x0B, 0x0D, 0x0F, 0x11, 0x15, 0x18, 0x19, 0x1B);
        drivers("IBM850", 0x02, 0x0A, 0x0E, 0x10, 0x12, 0x14, 0x16, 0x1A, 0x1D, 0x25, 0x37);
        drivers("IBM852", 0x1F, 0x22, 0x23, 0x40, 0x64, 0x87);
        drivers("IBM857", 0x6B, 0x88);
        drivers("IBM860", 0x24);
        drivers("IBM861", 0x67);
        drivers("IBM863", 0x1C, 0x6C);
        drivers("IBM865", 0x08, 0x17, 0x66);
        drivers("IBM866", 0x26, 0x65);
        drivers("windows-1250", 0xC8);
        drivers("windows-1251", 0xC9);
        drivers("windows-1252", 0x03, 0x57, 0x58, 0x59);
        drivers("windows-1253", 0xCB);
        drivers("windows-1254", 0xCA);
        drivers("windows-1257", 0xCC);
        drivers("windows-31j", 0x13, 0x7B);
        drivers("x-IBM737", 0x6A, 0x86);
        drivers("x-MacRoman", 0x04);
        drivers("x-windows-874", 0x50, 0x7C);
        drivers("x-windows-949", 0x4E, 0x79);
    }

    private CharsetNames() {}

    private static void drivers(String charset, int... ids) {
        for (int id : ids) {
            LANGUAGE_DRIVERS.put(id, charset);
        }
    }

    /** The charset of a {@code .cpg} file's text or an owner's choice. */
    public static Optional<Charset> find(String declaration) {
        String text = declaration.replace("\uFEFF", "").strip();
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[ _.:-]", "");
        if (plain.equals("utf8") || plain.equals("65001") || plain.equals("cp65001")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        Matcher iso = ISO_8859.matcher(plain);
        if (iso.matches()) {
            return named("ISO-8859-" + iso.group(1));
        }
        Matcher number = NUMBER.matcher(plain);
        if (number.matches()) {
            return numbered(Integer.parseInt(number.group(1)));
        }
        return named(text);
    }

    /** The charset of a language driver byte; 0 says nothing. */
    static Optional<Charset> ofLanguageDriver(int id) {
        return Optional.ofNullable(LANGUAGE_DRIVERS.get(id)).flatMap(CharsetNames::named);
    }

    private static Optional<Charset> numbered(int page) {
        return switch (page) {
            case 936 -> named("GBK");
            case 950 -> named("Big5");
            case 932 -> named("windows-31j");
            case 949 -> named("x-windows-949");
            case 20127 -> named("US-ASCII");
            case 28591 -> named("ISO-8859-1");
            case 10000 -> named("x-MacRoman");
            default ->
                List.of("windows-", "IBM", "x-windows-", "x-IBM", "Cp").stream()
                        .map(prefix -> named(prefix + (page < 100 ? "0" + page : page)))
                        .flatMap(Optional::stream)
                        .findFirst();
        };
    }

    private static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
