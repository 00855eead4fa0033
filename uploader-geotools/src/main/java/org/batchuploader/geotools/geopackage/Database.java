package org.batchuploader.geotools.geopackage;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/** The tables of a SQLite database by their names, without case. */
final class Database implements Closeable {
    private static final int MOST_TABLES = 20_000;

    /** @param root page; 0 of a view */
    record Table(String name, long root, List<TableColumns.Column> columns) {
        /** Index of a column, or -1. */
        int column(String wanted) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).name().equalsIgnoreCase(wanted)) {
                    return i;
                }
            }
            return -1;
        }
    }

    private final SqliteFile file;
    private final Map<String, Table> tables = new HashMap<>();

    private Database(SqliteFile file) throws IOException, DamagedFile {
        this.file = file;
        TableScan.of(file, 1, (number, row) -> {
            if (row.text(0).equals("table") || row.text(0).equals("view")) {
                String name = row.text(1);
                long root = row.value(3) instanceof Long page ? page : 0;
                tables.put(name.toLowerCase(Locale.ROOT), new Table(name, root, TableColumns.of(row.text(4))));
            }
            if (tables.size() > MOST_TABLES) {
                throw file.damaged("has more than %d tables".formatted(MOST_TABLES));
            }
        });
    }

    static Database open(SourceFile source) throws IOException, DamagedFile {
        SqliteFile file = SqliteFile.open(source);
        try {
            return new Database(file);
        } catch (IOException | DamagedFile | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name.toLowerCase(Locale.ROOT)));
    }

    void scan(Table table, TableScan.RowSink sink) throws IOException, DamagedFile {
        TableScan.of(file, table.root(), sink);
    }

    String name() {
        return file.name();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
