package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.util.Optional;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over the shapes tells.
 *
 * @param header as it is in the file
 * @param type of the shapes that are not null, as they have it
 * @param size of the file in bytes
 * @param records whole ones, up to the first trouble
 * @param beforeDeclaredEnd those of them before the place where the header says the file ends
 * @param empty records without a geometry
 * @param extent of the vertices themselves, not as the header claims
 * @param faults of single shapes that can be put right
 * @param trouble what ended the pass early, a whole sentence
 * @param tail bytes behind the last record
 * @param indexFault what is wrong with the {@code .shx}
 * @param indexEntries how many records the {@code .shx} lists
 * @param indexed whether the records were taken in the order of the index
 */
record ShapeScan(
        ShpHeader header,
        ShapeType type,
        long size,
        int records,
        int beforeDeclaredEnd,
        long empty,
        Optional<Envelope> extent,
        ShapeFaults faults,
        Optional<String> trouble,
        long tail,
        Optional<String> indexFault,
        long indexEntries,
        boolean indexed) {

    /** One record after another. */
    static ShapeScan of(SourceFile shp, Optional<SourceFile> shx) throws IOException, DamagedFile {
        return of(shp, shx, Integer.MAX_VALUE);
    }

    /** The same for the first records only. */
    static ShapeScan of(SourceFile shp, Optional<SourceFile> shx, int limit) throws IOException, DamagedFile {
        try (ShxIndex index = ShxIndex.open(shx);
                RecordWalk walk = RecordWalk.open(shp, null)) {
            return scan(walk, index, limit, false);
        }
    }

    /** In the order of an index, if all it points to are records; else absent. */
    static Optional<ShapeScan> indexed(SourceFile shp, SourceFile shx) throws IOException, DamagedFile {
        try (ShxIndex index = ShxIndex.open(Optional.of(shx));
                RecordWalk walk = RecordWalk.open(shp, index)) {
            if (!index.isPossible(walk.size())) {
                return Optional.empty();
            }
            ShapeScan scan = scan(walk, index, Integer.MAX_VALUE, true);
            return scan.trouble.isEmpty() ? Optional.of(scan) : Optional.empty();
        }
    }

    private static ShapeScan scan(RecordWalk walk, ShxIndex index, int limit, boolean indexed) throws IOException {
        var check = new RecordCheck();
        var faults = new ShapeFaults();
        long empty = 0;
        int records = 0;
        @Nullable String nonsense = null;
        while (records < limit && walk.next()) {
            int found = check.check(walk.bytes(), walk.content(), walk.length(), walk.layout());
            if (check.nonsense() != null) {
                nonsense = walk.tell(check.nonsense());
                break;
            }
            records++;
            index.compare(walk.offset(), walk.length());
            found |= walk.faults();
            if (found != 0) {
                faults.add(found, records);
            }
            empty += check.isEmpty() ? 1 : 0;
        }
        return new ShapeScan(
                walk.header(),
                walk.type(),
                walk.size(),
                records,
                Math.min(records, walk.beforeDeclaredEnd()),
                empty,
                check.extent(),
                faults,
                Optional.ofNullable(nonsense != null ? nonsense : walk.trouble()),
                indexed ? 0 : walk.tail(),
                index.fault(),
                index.entries(),
                indexed);
    }
}
