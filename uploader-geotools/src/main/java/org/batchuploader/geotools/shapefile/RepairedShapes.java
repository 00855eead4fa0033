package org.batchuploader.geotools.shapefile;

import java.io.Closeable;
import java.io.IOException;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.jspecify.annotations.Nullable;

/** The records of a {@code .shp} one after another, each as it should have been. */
final class RepairedShapes implements Closeable {
    private final RecordWalk walk;
    private final @Nullable ShxIndex order;
    private final int limit;
    private final RecordCheck check = new RecordCheck();
    private final ShapeRepair repair = new ShapeRepair();

    private RepairedShapes(RecordWalk walk, @Nullable ShxIndex order, int limit) {
        this.walk = walk;
        this.order = order;
        this.limit = limit;
    }

    /** @param scan that found out which records count and in which order */
    static RepairedShapes open(SourceFile shp, java.util.Optional<SourceFile> shx, ShapeScan scan)
            throws IOException, DamagedFile {
        ShxIndex order = scan.indexed() ? ShxIndex.open(shx) : null;
        try {
            return new RepairedShapes(RecordWalk.open(shp, order), order, scan.records());
        } catch (IOException | DamagedFile | RuntimeException e) {
            if (order != null) {
                order.close();
            }
            throw e;
        }
    }

    boolean next() throws IOException {
        if (walk.number() >= limit || !walk.next()) {
            return false;
        }
        check.check(walk.bytes(), walk.content(), walk.length(), walk.layout());
        repair.repair(walk, check.isEmpty());
        return true;
    }

    /** Counted from 1. */
    int number() {
        return walk.number();
    }

    /** What holds the content of the record stood on, from the beginning. */
    byte[] bytes() {
        return repair.out();
    }

    /** Bytes of content of the record stood on; an even number, as lengths are counted in pairs. */
    int length() {
        return repair.length();
    }

    @Override
    public void close() throws IOException {
        walk.close();
        if (order != null) {
            order.close();
        }
    }
}
