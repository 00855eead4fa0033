package org.batchuploader.geotools.shapefile;

import java.util.Arrays;

/**
 * A column of a dBASE table.
 *
 * @param rawName in the table's charset
 * @param type dBASE's letter
 * @param offset of the value in the row, the deletion mark counted
 */
@SuppressWarnings("ArrayRecordComponent")
record DbfColumn(byte[] rawName, char type, int offset, int width, int decimals) {
    DbfColumn {
        rawName = Arrays.copyOf(rawName, rawName.length);
    }

    boolean isText() {
        return type == 'C' || type == 'V';
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
