package org.batchuploader.geotools.charset;

import org.batchuploader.core.inspect.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * The languages whose letters we know, each with the character sets it was written in and a box in EPSG:4326 around
 * where it is at home: a rough one, because it only leans the scales.
 */
public enum Language {
    ALBANIAN("sq", Repertoire.WESTERN, 19, 39.6, 21.2, 42.8),
    ARABIC("ar", Repertoire.ARABIC, -17.2, 10, 60, 37.6),
    AZERBAIJANI("az", Repertoire.TURKISH, 44.7, 38.3, 50.7, 42),
    BELARUSIAN("be", Repertoire.CYRILLIC, 23.1, 51.2, 32.8, 56.2),
    BOSNIAN("bs", Repertoire.CENTRAL, 15.7, 42.5, 19.7, 45.3),
    BULGARIAN("bg", Repertoire.CYRILLIC, 22.3, 41.2, 28.7, 44.3),
    CATALAN("ca", Repertoire.WESTERN, 0.1, 38.6, 4.4, 42.9),
    CHINESE("zh", Repertoire.SIMPLIFIED, 73.5, 18, 134.8, 53.6),
    CHINESE_TRADITIONAL("zh-Hant", Repertoire.TRADITIONAL, 113.8, 21.8, 122.1, 25.4),
    CROATIAN("hr", Repertoire.CENTRAL, 13.4, 42.3, 19.5, 46.6),
    CZECH("cs", Repertoire.CENTRAL, 12, 48.5, 18.9, 51.1),
    DANISH("da", Repertoire.NORDIC, 7.9, 54.5, 15.3, 57.8),
    DUTCH("nl", Repertoire.WESTERN, 2.5, 50.6, 7.3, 53.7),
    ENGLISH("en", Repertoire.WESTERN, -180, -90, 180, 90),
    ESTONIAN("et", Repertoire.BALTIC, 21.7, 57.5, 28.3, 59.8),
    FAROESE("fo", Repertoire.ICELANDIC, -7.8, 61.3, -6.2, 62.5),
    FINNISH("fi", Repertoire.WESTERN, 19.3, 59.7, 31.6, 70.1),
    FRENCH("fr", Repertoire.FRENCH, -5.3, 41.3, 9.7, 51.2),
    GALICIAN("gl", Repertoire.WESTERN, -9.4, 41.8, -6.7, 43.9),
    GERMAN("de", Repertoire.WESTERN, 5.8, 45.8, 17.2, 55.1),
    GREEK("el", Repertoire.GREEK, 19.3, 34.7, 34.7, 41.8),
    HEBREW("he", Repertoire.HEBREW, 34.2, 29.4, 35.9, 33.4),
    HUNGARIAN("hu", Repertoire.CENTRAL, 16.1, 45.7, 22.9, 48.6),
    ICELANDIC("is", Repertoire.ICELANDIC, -24.6, 63.2, -13.4, 66.6),
    IRISH("ga", Repertoire.WESTERN, -10.7, 51.4, -5.3, 55.5),
    ITALIAN("it", Repertoire.WESTERN, 6.6, 35.4, 18.6, 47.1),
    JAPANESE("ja", Repertoire.JAPANESE, 122.9, 24, 154, 45.6),
    KOREAN("ko", Repertoire.KOREAN, 124, 33, 131.9, 43.1),
    LATVIAN("lv", Repertoire.BALTIC, 20.9, 55.6, 28.3, 58.1),
    LITHUANIAN("lt", Repertoire.BALTIC, 20.9, 53.8, 26.9, 56.5),
    MACEDONIAN("mk", Repertoire.CYRILLIC, 20.4, 40.8, 23.1, 42.4),
    MALTESE("mt", Repertoire.SOUTHERN, 14.1, 35.7, 14.6, 36.1),
    NORWEGIAN("nb", Repertoire.NORDIC, 4, 57.9, 31.2, 71.3),
    PERSIAN("fa", Repertoire.ARABIC, 44, 25, 74.9, 39.8),
    POLISH("pl", Repertoire.CENTRAL, 14, 48.9, 24.2, 54.9),
    PORTUGUESE("pt", Repertoire.PORTUGUESE, -74, -33.8, -6.1, 42.2),
    ROMANIAN("ro", Repertoire.CENTRAL, 20.2, 43.6, 30.2, 48.5),
    RUSSIAN("ru", Repertoire.CYRILLIC, 19.6, 41.1, 180, 82),
    SERBIAN("sr", Repertoire.CYRILLIC, 18.4, 41.8, 23.1, 46.2),
    SLOVAK("sk", Repertoire.CENTRAL, 16.8, 47.7, 22.6, 49.7),
    SLOVENIAN("sl", Repertoire.CENTRAL, 13.3, 45.4, 16.7, 46.9),
    SPANISH("es", Repertoire.WESTERN, -118.5, -56, 4.4, 43.9),
    SWEDISH("sv", Repertoire.WESTERN, 10.9, 55.3, 31.6, 69.1),
    THAI("th", Repertoire.THAI, 97.3, 5.6, 105.7, 20.5),
    TURKISH("tr", Repertoire.TURKISH, 25.6, 34.5, 44.9, 42.2),
    UKRAINIAN("uk", Repertoire.CYRILLIC, 22.1, 44.3, 40.3, 52.4),
    URDU("ur", Repertoire.ARABIC, 60.8, 23.6, 78, 37.1),
    VIETNAMESE("vi", Repertoire.VIETNAMESE, 102.1, 8.3, 109.6, 23.4);

    private final String tag;
    private final Repertoire repertoire;
    private final double west;
    private final double south;
    private final double east;
    private final double north;

    Language(String tag, Repertoire repertoire, double west, double south, double east, double north) {
        this.tag = tag;
        this.repertoire = repertoire;
        this.west = west;
        this.south = south;
        this.east = east;
        this.north = north;
    }

    /** As in BCP 47. */
    public String tag() {
        return tag;
    }

    Repertoire repertoire() {
        return repertoire;
    }

    /** Whether it has too many signs for pairs of them to be counted. */
    boolean isKnownBySigns() {
        return switch (script()) {
            case HAN, HIRAGANA, HANGUL -> true;
            default -> false;
        };
    }

    /** What it is written in; languages of one script lend each other names. */
    Character.UnicodeScript script() {
        return switch (repertoire) {
            case CYRILLIC -> Character.UnicodeScript.CYRILLIC;
            case GREEK -> Character.UnicodeScript.GREEK;
            case HEBREW -> Character.UnicodeScript.HEBREW;
            case ARABIC -> Character.UnicodeScript.ARABIC;
            case THAI -> Character.UnicodeScript.THAI;
            case JAPANESE -> Character.UnicodeScript.HIRAGANA;
            case SIMPLIFIED, TRADITIONAL -> Character.UnicodeScript.HAN;
            case KOREAN -> Character.UnicodeScript.HANGUL;
            default -> Character.UnicodeScript.LATIN;
        };
    }

    /** The middle of its home, a point: EPSG:4326, longitude first. */
    public Envelope heart() {
        double x = (west + east) / 2;
        double y = (south + north) / 2;
        return new Envelope(x, y, x, y);
    }

    /** Whether data in that box, EPSG:4326 and longitude first, may be about its home; unknown data may be anywhere. */
    boolean isAtHomeIn(@Nullable Envelope area) {
        return area != null
                && area.minX() <= east
                && area.maxX() >= west
                && area.minY() <= north
                && area.maxY() >= south;
    }
}
