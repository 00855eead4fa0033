package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.charset.CharsetDeclaration;
import org.batchuploader.geotools.charset.TextEvidence;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over a table tells: every byte of it is looked at once.
 *
 * @param rows looked at, deleted ones counted, as each has its shape
 * @param text whether any column holds text
 * @param columns those whose values are in this file
 * @param first rows, value by value
 * @param cells what was counted of values that are not what their column says
 * @param evidence of the character set
 */
record TableScan(
        DbfHeader header,
        long rows,
        long deleted,
        boolean text,
        List<DbfColumn> columns,
        List<List<byte[]>> first,
        List<CellCheck> cells,
        TextEvidence evidence) {
    private static final int SAMPLE = 10;

    /** @param rows how many to look at, absent to go by the header and the size of the file */
    static TableScan of(DatasetFiles files, SourceFile dbf, @Nullable String charset, OptionalLong rows)
            throws IOException, DamagedFile {
        try (DbfReader table = DbfReader.open(dbf)) {
            rows.ifPresent(table::setRows);
            var evidence =
                    new TextEvidence(CharsetDeclaration.of(files, table.header().languageDriver(), charset));
            List<DbfColumn> columns = kept(table.columns());
            var checks = columns.stream()
                    .map(CellCheck::of)
                    .flatMap(Optional::stream)
                    .toList();
            var first = new ArrayList<List<byte[]>>();
            names(columns, evidence);
            long deleted = rows(table, columns, checks, evidence, first);
            return new TableScan(
                    table.header(),
                    table.rows(),
                    deleted,
                    columns.stream().anyMatch(DbfColumn::isText),
                    columns,
                    first,
                    checks,
                    evidence);
        }
    }

    /** The columns whose values are in the table itself. */
    static List<DbfColumn> kept(List<DbfColumn> columns) {
        return columns.stream().filter(column -> !column.isElsewhere()).toList();
    }

    private static void names(List<DbfColumn> columns, TextEvidence evidence) {
        for (int i = 0; i < columns.size(); i++) {
            evidence.look(columns.get(i).rawName(), 0, columns.get(i).nameLength(), 0, i);
        }
    }

    private static long rows(
            DbfReader table,
            List<DbfColumn> columns,
            List<CellCheck> checks,
            TextEvidence evidence,
            List<List<byte[]>> first)
            throws IOException {
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
            if (evidence.wantsPlain() || Bytes.isForeign(bytes, row, row + length)) {
                text(bytes, row, table.read(), columns, evidence);
            }
            if (first.size() < SAMPLE) {
                first.add(columns.stream().map(table::bytes).toList());
            }
        }
        return deleted;
    }

    /** Rows of plain ASCII are passed over once enough of them were seen. */
    private static void text(byte[] bytes, int row, long number, List<DbfColumn> columns, TextEvidence evidence) {
        for (int i = 0; i < columns.size(); i++) {
            DbfColumn column = columns.get(i);
            if (column.isText()) {
                evidence.look(bytes, row + column.offset(), column.width(), number, i);
            }
        }
    }
}
