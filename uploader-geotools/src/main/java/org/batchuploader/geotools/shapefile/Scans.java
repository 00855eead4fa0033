package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.jspecify.annotations.Nullable;

/**
 * The passes over the files of one shapefile: the shapes and the table at the same time, each again where the other one
 * shows that it was read too far or in the wrong order.
 *
 * @param table absent when there is none
 */
record Scans(ShapeScan shapes, @Nullable TableScan table) {
    /** Bytes below which a second thread costs more than it gains. */
    private static final long WORTH_A_THREAD = 1 << 20;

    static Scans of(DatasetFiles files, @Nullable String charset) throws IOException, DamagedFile {
        SourceFile shp = files.find("shp").orElseThrow();
        Optional<SourceFile> shx = files.find("shx");
        Optional<SourceFile> dbf = files.find("dbf");
        if (dbf.isEmpty()) {
            return new Scans(ShapeScan.of(shp, shx), null).reread(files, charset);
        }
        Callable<TableScan> rows = () -> TableScan.of(files, dbf.get(), charset, OptionalLong.empty());
        if (Files.size(dbf.get().path()) < WORTH_A_THREAD) {
            return new Scans(ShapeScan.of(shp, shx), call(rows)).reread(files, charset);
        }
        ForkJoinTask<TableScan> table = ForkJoinTask.adapt(rows).fork();
        ShapeScan shapes;
        try {
            shapes = ShapeScan.of(shp, shx);
        } catch (IOException | DamagedFile | RuntimeException e) {
            table.quietlyJoin();
            throw e;
        }
        return new Scans(shapes, call(table::join)).reread(files, charset);
    }

    /** The file's own exceptions, also out of those that a task is wrapped in. */
    private static TableScan call(Callable<TableScan> scan) throws IOException, DamagedFile {
        try {
            return scan.call();
        } catch (Exception e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof DamagedFile damaged) {
                    throw damaged;
                } else if (cause instanceof IOException io) {
                    throw io;
                }
            }
            throw e instanceof RuntimeException unexpected ? unexpected : new IllegalStateException(e);
        }
    }

    /** What one of them shows about the other is believed, and that one read again. */
    private Scans reread(DatasetFiles files, @Nullable String charset) throws IOException, DamagedFile {
        SourceFile shp = files.find("shp").orElseThrow();
        Optional<SourceFile> shx = files.find("shx");
        ShapeScan better = shapes;
        long rows = table == null ? shapes.indexEntries() : table.rows();
        if (isBetterKnownByIndex(rows) && shx.isPresent()) {
            better = ShapeScan.indexed(shp, shx.get()).orElse(shapes);
        }
        if (!better.indexed() && shapes.records() > rows && shapes.beforeDeclaredEnd() == rows && rows > 0) {
            better = ShapeScan.of(shp, shx, shapes.beforeDeclaredEnd());
        }
        long wanted = better.records();
        boolean otherRows = table != null
                && wanted != table.rows()
                && better.trouble().isEmpty()
                && (wanted < table.rows() || wanted <= table.header().availableRows());
        return otherRows
                ? new Scans(
                        better, TableScan.of(files, files.find("dbf").orElseThrow(), charset, OptionalLong.of(wanted)))
                : new Scans(better, table);
    }

    private boolean isBetterKnownByIndex(long rows) {
        boolean doubtful = shapes.trouble().isPresent() || shapes.records() != rows;
        return doubtful && shapes.indexFault().isPresent() && shapes.indexEntries() == rows;
    }
}
