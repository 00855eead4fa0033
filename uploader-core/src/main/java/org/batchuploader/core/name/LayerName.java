package org.batchuploader.core.name;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Layer names in an alphabet that GeoServer, GeoNode, GeoNetwork, PostgreSQL and XML all take unharmed: lower-case ASCII
 * letters, digits and underscores, beginning with a letter, at most {@value #LONGEST} characters.
 */
public final class LayerName {
    /** The longest name in characters. */
    public static final int LONGEST = 56;

    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9_]{0," + (LONGEST - 1) + "}");

    private LayerName() {}

    public static boolean isValid(String name) {
        return VALID.matcher(name).matches();
    }

    /** The safe name nearest to what the owner wrote; never empty. */
    public static String from(String words) {
        String ascii = PlainLetters.joined(words).toLowerCase(Locale.ROOT);
        String name = ascii.isEmpty() ? "layer" : Character.isLetter(ascii.charAt(0)) ? ascii : "l_" + ascii;
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }

    /** The same name with a number behind, for when it is taken. */
    public static String numbered(String name, int number) {
        String suffix = "_" + number;
        return name.substring(0, Math.min(name.length(), LONGEST - suffix.length())) + suffix;
    }
}
