package org.batchuploader.geotools.shapefile;

import java.util.Arrays;

/**
 * A column of a dBASE table.
 *
 * @param rawName in the table's charset, padded with zero bytes
 * @param type dBASE's or FoxPro's letter
 * @param offset of the value in the row, the deletion mark counted
 * @param width in bytes
 * @param nullBit which of the row's null flags says that there is no value; -1 when none does
 */
@SuppressWarnings("ArrayRecordComponent")
public record DbfColumn(byte[] rawName, char type, int offset, int width, int decimals, int nullBit) {
    /** dBASE III and IV, Visual FoxPro, dBASE 7; {@code 0} is FoxPro's hidden column of null flags. */
    private static final String TYPES = "CNFDLMGPBIYTOVWQ@+0";

    public DbfColumn {
        rawName = Arrays.copyOf(rawName, rawName.length);
    }

    static boolean isType(char letter) {
        return TYPES.indexOf(letter) >= 0;
    }

    /** How many bytes of the name come before its end. */
    public int nameLength() {
        int end = 0;
        while (end < rawName.length && rawName[end] != 0) {
            end++;
        }
        return end;
    }

    public boolean isText() {
        return type == 'C' || type == 'V';
    }

    /** Whether the value lies in another file (a memo) or is none: then it is left out. */
    public boolean isElsewhere() {
        return switch (type) {
            case 'M', 'G', 'P', 'W', 'Q', '0' -> true;
            case 'B' -> width == 10;
            default -> false;
        };
    }

    /** Whether the owner gave it that column, FoxPro's own one being none. */
    boolean isOwners() {
        return !isNullFlags();
    }

    /** FoxPro's hidden column, a bit for each column that may be without a value. */
    boolean isNullFlags() {
        return type == '0';
    }

    /** As {@link org.batchuploader.core.inspect.Field} names types. */
    String typeName() {
        return switch (type) {
            case 'N', 'F' -> decimals == 0 && width < 19 ? "integer" : "number";
            case 'I', '+' -> "integer";
            case 'O', 'B', 'Y' -> "number";
            case 'D' -> "date";
            case 'L' -> "boolean";
            default -> "string";
        };
    }
}
