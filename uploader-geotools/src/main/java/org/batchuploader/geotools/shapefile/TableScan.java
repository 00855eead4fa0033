package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over a table tells: every byte of it is looked at once.
 *
 * @param rows looked at, deleted ones counted, as each has its shape
 * @param text whether any column holds text
 * @param fields of the columns whose values are in this file
 * @param cells what was counted of values that are not what their column says
 * @param problem of the charset
 */
record TableScan(
        DbfHeader header,
        long rows,
        long deleted,
        Charset charset,
        boolean text,
        List<Field> fields,
        List<List<String>> sample,
        List<CellCheck> cells,
        Optional<Problem> problem) {
    private static final int SAMPLE = 10;

    /** @param rows how many to look at, absent to go by the header and the size of the file */
    static TableScan of(DatasetFiles files, SourceFile dbf, @Nullable String charset, OptionalLong rows)
            throws IOException, DamagedFile {
        try (DbfReader table = DbfReader.open(dbf)) {
            rows.ifPresent(table::setRows);
            CharsetChoice choice = CharsetChoice.of(files, table.header().languageDriver(), charset);
            var scan = new TextScan(choice.declared());
            List<DbfColumn> columns = kept(table.columns());
            var checks = columns.stream()
                    .map(CellCheck::of)
                    .flatMap(Optional::stream)
                    .toList();
            var first = new ArrayList<List<byte[]>>();
            names(columns, scan);
            long deleted = rows(table, columns, checks, scan, first);
            Charset decided = choice.decide(scan);
            return new TableScan(
                    table.header(),
                    table.rows(),
                    deleted,
                    decided,
                    columns.stream().anyMatch(DbfColumn::isText),
                    fields(columns, decided),
                    sample(columns, first, decided),
                    checks,
                    choice.problem(scan, dbf.name()));
        }
    }

    /** The columns whose values are in the table itself. */
    static List<DbfColumn> kept(List<DbfColumn> columns) {
        return columns.stream().filter(column -> !column.isElsewhere()).toList();
    }

    private static void names(List<DbfColumn> columns, TextCells text) {
        for (DbfColumn column : columns) {
            byte[] name = column.rawName();
            if (Bytes.isForeign(name, 0, column.nameLength())) {
                text.name(name, 0, column.nameLength(), column);
            }
        }
    }

    private static long rows(
            DbfReader table, List<DbfColumn> columns, List<CellCheck> checks, TextCells text, List<List<byte[]>> first)
            throws IOException {
        DbfColumn[] texts = columns.stream().filter(DbfColumn::isText).toArray(DbfColumn[]::new);
        CellCheck[] others = checks.toArray(CellCheck[]::new);
        int length = table.header().rowLength();
        long deleted = 0;
        while (table.next()) {
            if (table.isDeleted()) {
                deleted++;
                continue;
            }
            byte[] bytes = table.bytes();
            int row = table.row();
            for (CellCheck check : others) {
                check.look(bytes, row, table.read());
            }
            if (Bytes.isForeign(bytes, row, row + length)) {
                text(bytes, row, table.read(), texts, text);
            }
            if (first.size() < SAMPLE) {
                first.add(columns.stream().map(table::bytes).toList());
            }
        }
        return deleted;
    }

    private static void text(byte[] bytes, int row, long number, DbfColumn[] columns, TextCells text) {
        for (DbfColumn column : columns) {
            int from = row + column.offset();
            int to = from + column.width();
            if (Bytes.isForeign(bytes, from, to)) {
                text.cell(bytes, from, to, number, column);
            }
        }
    }

    /** Columns as attributes; a name used twice or left empty gets a number. */
    static List<Field> fields(List<DbfColumn> columns, Charset charset) {
        var values = new DbfValues(charset);
        var fields = new ArrayList<Field>();
        Set<String> taken = new HashSet<>();
        for (DbfColumn column : columns) {
            String original = values.text(column.rawName()).strip();
            String wanted = original.isEmpty() ? "field" : original.replaceAll("\\p{Cntrl}", "_");
            String name = wanted;
            for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
                name = wanted + "_" + n;
            }
            fields.add(new Field(name, original, column.typeName(), column.width(), column.decimals()));
        }
        return List.copyOf(fields);
    }

    private static List<List<String>> sample(List<DbfColumn> columns, List<List<byte[]>> rows, Charset charset) {
        var values = new DbfValues(charset);
        return rows.stream()
                .map(row -> {
                    var texts = new ArrayList<String>();
                    for (int i = 0; i < columns.size(); i++) {
                        Object value = values.read(columns.get(i), row.get(i));
                        texts.add(value == null ? "" : value.toString());
                    }
                    return List.copyOf(texts);
                })
                .toList();
    }
}
