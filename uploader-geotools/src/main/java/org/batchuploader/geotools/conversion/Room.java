package org.batchuploader.geotools.conversion;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a shapefile has room for: ESRI's technical description of July 1998, and dBASE III for its table. */
public final class Room {
    /** Bytes of a text. */
    public static final int TEXT = 254;

    /** Columns of a table. */
    public static final int COLUMNS = 255;

    /** Bytes of the shapes or of the table: offsets count words of two bytes in 31 bits. */
    public static final long FILE = (1L << 32) - 2;

    private static final int NAME = 10;

    private Room() {}

    /** Names of columns for names delivered: ASCII letters, digits and underscores, at most 10, different without case. */
    public static List<String> names(List<String> delivered) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String name : delivered) {
            String wanted = cut(plain(name), NAME);
            String free = wanted;
            for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
                String suffix = "_" + n;
                free = cut(wanted, NAME - suffix.length()) + suffix;
            }
            names.add(free);
        }
        return names;
    }

    private static String plain(String name) {
        String ascii = Normalizer.normalize(name.strip().replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9_]+", "_")
                .replaceAll("^_+(?=.)|(?<=.)_+$", "");
        return ascii.isEmpty() || ascii.equals("_") ? "field" : ascii;
    }

    private static String cut(String name, int length) {
        return name.length() <= length ? name : name.substring(0, length);
    }
}
