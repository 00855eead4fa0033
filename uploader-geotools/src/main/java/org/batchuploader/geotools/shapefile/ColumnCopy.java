package org.batchuploader.geotools.shapefile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a column goes into a table of dBASE III, which every map server reads: unchanged where it can, as digits where it was
 * binary.
 *
 * @param check what cells have to pass, else they stay blank
 * @param type of dBASE III
 */
record ColumnCopy(DbfColumn from, Optional<CellCheck> check, char type, int width, int decimals) {
    private ColumnCopy(DbfColumn from, char type, int width, int decimals) {
        this(from, CellCheck.of(from), type, width, decimals);
    }

    /** Whether dBASE III has columns like it. */
    static boolean isPlain(DbfColumn column) {
        return switch (column.type()) {
            case 'C', 'N', 'F', 'D', 'L' -> true;
            default -> false;
        };
    }

    static List<ColumnCopy> of(List<DbfColumn> columns) {
        return TableScan.kept(columns).stream().map(ColumnCopy::of).toList();
    }

    private static ColumnCopy of(DbfColumn column) {
        return switch (column.type()) {
            case 'I', '+' -> new ColumnCopy(column, 'N', 11, 0);
            case 'Y' -> new ColumnCopy(column, 'N', 20, 4);
            case 'B', 'O' ->
                new ColumnCopy(column, 'N', 24, Math.min(column.decimals() > 0 ? column.decimals() : 10, 15));
            case 'T', '@' -> new ColumnCopy(column, 'C', 19, 0);
            case 'V' -> new ColumnCopy(column, 'C', column.width(), 0);
            default -> new ColumnCopy(column, column.type(), column.width(), column.decimals());
        };
    }

    /** Puts the value into a row that is blank. */
    void put(byte[] source, int row, byte[] target, int at) {
        if (isPlain(from)) {
            if (check.isEmpty() || check.get().isRight(source, row)) {
                System.arraycopy(source, row + from.offset(), target, at, width);
            }
            return;
        }
        byte[] cell = Arrays.copyOfRange(source, row + from.offset(), row + from.offset() + from.width());
        if (from.type() == 'V') {
            int end = 0;
            while (end < DbfValues.filled(cell) && cell[end] != 0) {
                end++;
            }
            System.arraycopy(cell, 0, target, at, end);
            return;
        }
        byte[] text = digits(new DbfValues(StandardCharsets.ISO_8859_1).read(from, cell))
                .getBytes(StandardCharsets.US_ASCII);
        if (text.length <= width) {
            System.arraycopy(text, 0, target, at + (type == 'N' ? width - text.length : 0), text.length);
        }
    }

    private String digits(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (!(value instanceof BigDecimal number)) {
            return value.toString();
        }
        String plain = number.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        return plain.length() <= width
                ? plain
                : number.round(new MathContext(15)).toString();
    }
}
