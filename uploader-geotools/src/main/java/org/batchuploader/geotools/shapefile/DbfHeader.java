package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/**
 * How a dBASE table is laid out: dBASE III to V, FoxPro and Visual FoxPro, with or without memo file. Where the header
 * contradicts itself, the columns and the size of the file say what is meant.
 *
 * @param declaredRows as the header says
 * @param availableRows that the file has room for
 * @param start of the first row in the file
 * @param faults what of the header was not believed, half a sentence each
 */
record DbfHeader(
        int version,
        long declaredRows,
        long availableRows,
        int start,
        int rowLength,
        int languageDriver,
        List<DbfColumn> columns,
        List<String> faults) {
    static final int DESCRIPTOR = 32;
    private static final int LARGEST = 0xFFFF;
    private static final int END = 0x0D;
    /** Where Visual FoxPro says of a column that it may be without a value. */
    private static final int FLAGS_AT = 18;

    private static final int NULLABLE = 0x02;
    /** Where Visual FoxPro names the database a table belongs to. */
    private static final int BACK_LINK = 263;

    private static final Set<Integer> VERSIONS = Set.of(
            0x02, 0x03, 0x04, 0x05, 0x07, 0x30, 0x31, 0x32, 0x43, 0x63, 0x7B, 0x83, 0x87, 0x8B, 0x8C, 0x8E, 0xCB, 0xE5,
            0xF5, 0xFB);

    DbfHeader {
        columns = List.copyOf(columns);
        faults = List.copyOf(faults);
    }

    static DbfHeader read(FileWindow file, SourceFile source) throws IOException, DamagedFile {
        String name = source.name();
        if (file.size() < DESCRIPTOR + 1) {
            throw new DamagedFile("%s ends at byte %d, within its header.".formatted(name, file.size()));
        }
        int head = (int) Math.min(file.size(), LARGEST + 1);
        int at = file.at(0, head);
        byte[] bytes = file.bytes();
        var faults = new ArrayList<String>();
        int saidStart = Bytes.littleUnsignedShort(bytes, at + 8);
        int version = bytes[at] & 0xFF;
        refuseDBase7(version, saidStart, name);
        int count = countColumns(bytes, at, head);
        int end = DESCRIPTOR + DESCRIPTOR * count;
        if (count == 0 && !(VERSIONS.contains(version) && end < head && bytes[at + end] == END)) {
            throw new DamagedFile(name + " is not a dBASE table" + Signature.of(source.path()) + ".");
        }
        if (!VERSIONS.contains(version)) {
            faults.add("it said that it is of version 0x%02x, which does not exist".formatted(version));
        }
        boolean ended = end < head && bytes[at + end] == END;
        if (!ended && end != saidStart && end + 1 != saidStart) {
            throw new DamagedFile("Column %d of %s is nonsense.".formatted(count + 1, name));
        }
        if (!ended) {
            faults.add("the end of its columns was not marked");
        }
        int saidRow = Bytes.littleUnsignedShort(bytes, at + 10);
        boolean longText = width(bytes, at, count, false) != saidRow || width(bytes, at, count, true) == saidRow;
        List<DbfColumn> columns = columns(bytes, at, count, longText);
        var frame = new DbfFrame(file, Bytes.littleInt(bytes, at + 4) & 0xFFFFFFFFL);
        int row = frame.rowLength(saidRow, width(bytes, at, count, longText), saidStart, end + 1);
        if (row < 1) {
            throw new DamagedFile("The columns of %s need %d bytes in rows of %d."
                    .formatted(name, width(bytes, at, count, longText), saidRow));
        }
        int start = frame.start(row, saidStart, end + 1, end + 2, end + 1 + BACK_LINK, end);
        if (start < 0) {
            throw new DamagedFile(
                    "%s says that its rows begin at byte %d of %d.".formatted(name, saidStart, file.size()));
        }
        if (row != saidRow) {
            faults.add("it said that its rows are %d bytes long; they are %d".formatted(saidRow, row));
        }
        if (start != saidStart) {
            faults.add("it said that its rows begin at byte %d; they begin at %d".formatted(saidStart, start));
        }
        return new DbfHeader(
                version, frame.rows(), (file.size() - start) / row, start, row, languageDriver(file), columns, faults);
    }

    private static int languageDriver(FileWindow file) throws IOException {
        int at = file.at(0, DESCRIPTOR);
        return file.bytes()[at + 29] & 0xFF;
    }

    private static void refuseDBase7(int version, int start, String name) throws DamagedFile {
        boolean longColumns = (start - 69) % 48 == 0 && (start - 33) % 32 != 0;
        if ((version == 0x04 || version == 0x8C) && start > 69 && longColumns) {
            throw new DamagedFile(
                    ProblemCode.FORMAT_UNSUPPORTED,
                    name + " is a table of dBASE 7, which no map server reads; save it as dBASE III or IV.");
        }
    }

    /** Columns up to the mark of their end, or to something that is none. */
    private static int countColumns(byte[] bytes, int at, int head) {
        int count = 0;
        for (int i = at + DESCRIPTOR; i + DESCRIPTOR <= at + head && bytes[i] != END; i += DESCRIPTOR) {
            if (!DbfColumn.isType(type(bytes, i))) {
                break;
            }
            count++;
        }
        return count;
    }

    private static char type(byte[] bytes, int descriptor) {
        return Character.toUpperCase((char) (bytes[descriptor + 11] & 0xFF));
    }

    /** Bytes of a row; texts of more than 255 bytes have the upper part of their width where decimals are. */
    private static int width(byte[] bytes, int at, int count, boolean longText) {
        int sum = 1;
        for (DbfColumn column : columns(bytes, at, count, longText)) {
            sum += column.width();
        }
        return sum;
    }

    private static List<DbfColumn> columns(byte[] bytes, int at, int count, boolean longText) {
        var columns = new ArrayList<DbfColumn>();
        boolean foxPro = (bytes[at] & 0xF0) == 0x30;
        int bits = 0;
        int offset = 1;
        for (int i = 0; i < count; i++) {
            int descriptor = at + DESCRIPTOR + DESCRIPTOR * i;
            byte[] raw = new byte[11];
            System.arraycopy(bytes, descriptor, raw, 0, raw.length);
            char type = type(bytes, descriptor);
            int width = bytes[descriptor + 16] & 0xFF;
            int decimals = bytes[descriptor + 17] & 0xFF;
            if (type == 'C') {
                width += longText ? decimals << 8 : 0;
                decimals = 0;
            }
            boolean nullable = foxPro && (bytes[descriptor + FLAGS_AT] & NULLABLE) != 0;
            columns.add(new DbfColumn(raw, type, offset, width, decimals, nullable ? bits++ : -1));
            bits += type == 'V' || type == 'Q' ? 1 : 0;
            offset += width;
        }
        return columns;
    }
}
