package org.batchuploader.benchmarks.charset;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.batchuploader.geotools.charset.Language;
import org.batchuploader.geotools.charset.LetterGrams;

/**
 * Tables of real place names, each in one character set: the names of one language, drawn at random with a fixed seed.
 * At least one name of each table is not plain ASCII, as otherwise there is nothing to tell.
 */
final class Corpus {
    private static final Map<String, List<String>> SETS = new TreeMap<>();

    static {
        String western = "windows-1252 ISO-8859-1 ISO-8859-15 IBM850 IBM437 x-MacRoman";
        String central = "windows-1250 ISO-8859-2 IBM852 x-MacCentralEurope";
        String cyrillic = "windows-1251 KOI8-R IBM866 ISO-8859-5 x-MacCyrillic";
        String arabic = "windows-1256";
        sets(western, "sq ca da nl en fo fi fr gl de is ga it nb pt es sv");
        sets(central, "bs hr cs hu pl ro sk sl");
        sets("windows-1254 ISO-8859-9 IBM857", "tr");
        sets("windows-1257 ISO-8859-13 IBM775", "et lv lt");
        sets(cyrillic, "ru bg");
        sets("windows-1251 ISO-8859-5 IBM855", "sr mk be");
        sets("windows-1251 KOI8-U", "uk");
        sets("windows-1253 ISO-8859-7 x-IBM737", "el");
        sets("windows-1255 ISO-8859-8 IBM862", "he");
        sets(arabic + " ISO-8859-6", "ar");
        sets(arabic, "fa ur");
        sets("x-windows-874 TIS-620", "th");
        sets("windows-1258", "vi");
        sets("ISO-8859-3", "mt");
        sets("windows-31j EUC-JP", "ja");
        sets("GBK", "zh");
        sets("Big5", "zh-Hant");
        sets("x-windows-949", "ko");
    }

    private static void sets(String charsets, String languages) {
        for (String language : languages.split(" ")) {
            SETS.put(language, List.of(charsets.split(" ")));
        }
    }

    /** A table's texts, and the set they are written in. */
    record Table(Language language, Charset charset, List<byte[]> texts) {}

    private Corpus() {}

    /** The sets a language is measured in, {@code UTF-8} always among them. */
    static List<Charset> charsets(Language language) {
        return Stream.concat(Stream.of("UTF-8"), SETS.getOrDefault(language.tag(), List.of()).stream())
                .map(Charset::forName)
                .toList();
    }

    static List<Table> tables(Language language, List<String> names, Charset charset, int size, int count) {
        var random = new Random(language.tag().hashCode() * 31L + size);
        var encoder = charset.newEncoder();
        List<String> writable = new ArrayList<>(names.stream()
                .map(name -> legacy(name, charset))
                .filter(encoder::canEncode)
                .toList());
        List<String> telling = writable.stream()
                .filter(name -> name.chars().anyMatch(c -> c >= 0x80))
                .toList();
        var tables = new ArrayList<Table>();
        for (int i = 0; i < count && !telling.isEmpty() && writable.size() >= size; i++) {
            Collections.shuffle(writable, random);
            var drawn = new ArrayList<>(writable.subList(0, size));
            if (drawn.stream().noneMatch(telling::contains)) {
                drawn.set(0, telling.get(random.nextInt(telling.size())));
            }
            tables.add(new Table(
                    language,
                    charset,
                    drawn.stream().map(name -> name.getBytes(charset)).toList()));
        }
        return tables;
    }

    /** Legacy sets hold Romanian's commas as cedillas and Vietnamese tones as marks of their own. */
    private static String legacy(String name, Charset charset) {
        return switch (charset.name()) {
            case "UTF-8" -> name;
            case "windows-1258" -> LetterGrams.withLooseTones(name);
            default ->
                name.replace('ș', 'ş').replace('ț', 'ţ').replace('Ș', 'Ş').replace('Ț', 'Ţ');
        };
    }
}
