package org.batchuploader.core.name;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of attributes that GeoServer, PostgreSQL, XML and every query language take unharmed: ASCII letters, digits and
 * underscores, no digit first, no reserved word, none twice whatever their case. The same names always become the same,
 * and a name that is safe stays as it is.
 */
public final class FieldNames {
    /** The longest name in a shapefile's table, in bytes. */
    public static final int IN_SHAPEFILE = 10;

    /** The longest name in PostgreSQL. */
    public static final int IN_DATABASE = 63;

    /** Reserved by PostgreSQL 17, its system columns, words of CQL, and what geometries and ids are called when published. */
    private static final String WORDS =
            "all analyse analyze and any array as asc asymmetric authorization binary both case cast check "
                    + "collate collation column concurrently constraint create cross current_catalog current_date "
                    + "current_role current_schema current_time current_timestamp current_user default deferrable desc "
                    + "distinct do else end except false fetch for foreign freeze from full grant group having ilike "
                    + "in initially inner intersect into is isnull join lateral leading left like limit localtime "
                    + "localtimestamp natural not notnull null offset on only or order outer overlaps placing primary "
                    + "references returning right select session_user similar some symmetric system_user table "
                    + "tablesample then to trailing true union unique user using variadic verbose when where window "
                    + "with oid tableoid xmin cmin xmax cmax ctid include exclude between bbox during fid ogc_fid gid "
                    + "the_geom geom geometry wkb_geometry msgeometry";

    private static final Set<String> RESERVED = Set.of(WORDS.split(" "));

    private FieldNames() {}

    /** The safe names of the fields of a shapefile, in their order. */
    public static List<String> of(List<String> originals) {
        return of(originals, IN_SHAPEFILE);
    }

    /** @param longest in characters, at least 4 */
    public static List<String> of(List<String> originals, int longest) {
        @Nullable String[] names = new String[originals.size()];
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < names.length; i++) {
            String original = originals.get(i);
            if (isSafe(original, longest) && taken.add(key(original))) {
                names[i] = original;
            }
        }
        var safe = new ArrayList<String>();
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            safe.add(name != null ? name : unused(wanted(originals.get(i), i + 1), longest, taken));
        }
        return List.copyOf(safe);
    }

    private static boolean isSafe(String name, int longest) {
        return name.length() <= longest && name.matches("[A-Za-z_][A-Za-z0-9_]*") && !RESERVED.contains(key(name));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String wanted(String original, int position) {
        String joined = PlainLetters.joined(original);
        if (joined.isEmpty()) {
            return "field_" + position;
        }
        String begun = Character.isDigit(joined.charAt(0)) ? "f_" + joined : joined;
        return RESERVED.contains(key(begun)) ? begun + "_" : begun;
    }

    private static String unused(String wanted, int longest, Set<String> taken) {
        String name = cut(wanted, longest);
        if (RESERVED.contains(key(name))) {
            name = cut(name, longest - 1) + "_";
        }
        for (int number = 2; !taken.add(key(name)); number++) {
            String suffix = "_" + number;
            name = cut(wanted, longest - suffix.length()) + suffix;
        }
        return name;
    }

    private static String cut(String name, int longest) {
        return name.substring(0, Math.min(name.length(), longest));
    }
}
