package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over a table tells.
 *
 * @param rows deleted ones counted, as each has its shape
 * @param text whether any column holds text
 */
record TableScan(
        long rows,
        long declaredRows,
        long deleted,
        Charset charset,
        boolean text,
        List<Field> fields,
        List<List<String>> sample,
        Optional<Problem> problem) {
    private static final int SAMPLE = 10;

    static TableScan of(DatasetFiles files, SourceFile dbf, @Nullable String charset) throws IOException, DamagedFile {
        try (DbfReader table = DbfReader.open(dbf)) {
            CharsetChoice choice = CharsetChoice.of(files, table.languageDriver(), charset);
            var scan = new TextScan(choice.declared());
            List<DbfColumn> texts =
                    table.columns().stream().filter(DbfColumn::isText).toList();
            var first = new ArrayList<List<byte[]>>();
            for (DbfColumn column : table.columns()) {
                if (isForeign(column.rawName())) {
                    scan.look(nameBytes(column), 0);
                }
            }
            long deleted = 0;
            for (long row = 1; table.next(); row++) {
                if (table.isDeleted()) {
                    deleted++;
                    continue;
                }
                for (DbfColumn column : texts) {
                    if (table.isForeign(column)) {
                        scan.look(table.bytes(column), row);
                    }
                }
                if (first.size() < SAMPLE) {
                    first.add(table.columns().stream().map(table::bytes).toList());
                }
            }
            Charset decided = choice.decide(scan);
            return new TableScan(
                    table.rows(),
                    table.declaredRows(),
                    deleted,
                    decided,
                    !texts.isEmpty(),
                    fields(table.columns(), decided),
                    sample(table.columns(), first, decided),
                    choice.problem(scan, dbf.name()));
        }
    }

    private static boolean isForeign(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }

    private static byte[] nameBytes(DbfColumn column) {
        int end = 0;
        while (end < column.rawName().length && column.rawName()[end] != 0) {
            end++;
        }
        return java.util.Arrays.copyOf(column.rawName(), end);
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
