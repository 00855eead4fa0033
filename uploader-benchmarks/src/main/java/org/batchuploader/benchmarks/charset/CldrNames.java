package org.batchuploader.benchmarks.charset;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.batchuploader.geotools.charset.Language;

/** Words of a language from the Unicode Common Locale Data Repository, which ICU4J carries (Unicode licence). */
final class CldrNames {
    private CldrNames() {}

    /** Names of countries and cities: to measure with, never to learn from. */
    static List<String> places(Language language) {
        ULocale locale = ULocale.forLanguageTag(language.tag());
        var names = LocaleDisplayNames.getInstance(locale);
        var zones = TimeZoneNames.getInstance(locale);
        Stream<String> countries =
                Stream.of(ULocale.getISOCountries()).map(code -> named(names.regionDisplayName(code), code));
        Stream<String> cities =
                TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
                        .map(zones::getExemplarLocationName);
        return Stream.concat(countries, cities)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Names of languages, scripts, currencies, months and days: to learn from. */
    static List<String> words(Language language) {
        ULocale locale = ULocale.forLanguageTag(language.tag());
        var names = LocaleDisplayNames.getInstance(locale);
        var words = new ArrayList<String>();
        Stream.of(ULocale.getISOLanguages())
                .map(code -> named(names.languageDisplayName(code), code))
                .forEach(words::add);
        Currency.getAvailableCurrencies().stream()
                .map(currency -> currency.getName(locale, Currency.LONG_NAME, new boolean[1]))
                .forEach(words::add);
        var dates = new DateFormatSymbols(locale);
        words.addAll(List.of(dates.getMonths()));
        words.addAll(List.of(dates.getWeekdays()));
        return words.stream().filter(word -> word != null && !word.isEmpty()).toList();
    }

    private static String named(String name, String code) {
        return name.equals(code) ? "" : name;
    }
}
