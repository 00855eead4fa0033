package org.batchuploader.geotools.shapefile;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Counts the values of a column that are not what the column's type says, by a look at each byte of them. */
final class CellCheck {
    private static final Set<String> NO_NUMBER = Set.of("nan", "-nan", "inf", "-inf", "infinity", "null", "?", "-");
    private static final boolean[] NUMBER = table("0123456789 +-.,*eE\0");
    private static final boolean[] DATE = table("0123456789 \0");
    private static final boolean[] LOGICAL = table("TtFfYyNn? \0" + "01");

    private final DbfColumn column;
    private final boolean[] allowed;
    private long count;
    private long first;

    private CellCheck(DbfColumn column, boolean[] allowed) {
        this.column = column;
        this.allowed = allowed;
    }

    private static boolean[] table(String characters) {
        boolean[] table = new boolean[256];
        characters.chars().forEach(c -> table[c] = true);
        return table;
    }

    /** Absent for a type any bytes are right for. */
    static Optional<CellCheck> of(DbfColumn column) {
        return switch (column.type()) {
            case 'N', 'F' -> Optional.of(new CellCheck(column, NUMBER));
            case 'D' -> Optional.of(new CellCheck(column, DATE));
            case 'L' -> Optional.of(new CellCheck(column, LOGICAL));
            default -> Optional.empty();
        };
    }

    void look(byte[] bytes, int row, long number) {
        if (!isRight(bytes, row) && !isKnownNothing(bytes, row + column.offset()) && count++ == 0) {
            first = number;
        }
    }

    /** Whether there are no other characters than values of that type have. */
    boolean isRight(byte[] bytes, int row) {
        int from = row + column.offset();
        boolean right = true;
        boolean[] table = allowed;
        for (int i = from; i < from + column.width(); i++) {
            right &= table[bytes[i] & 0xFF];
        }
        return right;
    }

    /** Programs write "no value" in many ways. */
    private boolean isKnownNothing(byte[] bytes, int from) {
        String text = new String(bytes, from, column.width(), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        return column.type() != 'L' && (NO_NUMBER.contains(text) || text.contains("#") || text.contains("\0"));
    }

    DbfColumn column() {
        return column;
    }

    /** How many are wrong. */
    long count() {
        return count;
    }

    /** The row of the first, counted from 1. */
    long first() {
        return first;
    }
}
