package org.batchuploader.geotools.shapefile;

import java.io.Closeable;
import java.io.IOException;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads the shapes of a {@code .shp} that was inspected, one record at a time. Needs memory for the largest record, and
 * refuses one above {@value RecordWalk#MAX_RECORD} bytes.
 */
public final class ShpReader implements Closeable {
    private final RecordWalk walk;
    private final RecordCheck check = new RecordCheck();
    private final ShapeRecord shape = new ShapeRecord();
    private boolean ahead;

    private ShpReader(RecordWalk walk) {
        this.walk = walk;
    }

    public static ShpReader open(SourceFile shp) throws IOException, DamagedFile {
        return new ShpReader(RecordWalk.open(shp, null));
    }

    /** The type all shapes but null ones have; known for certain once one of them was read. */
    public ShapeType type() {
        return walk.type();
    }

    /** Records read so far. */
    public int read() {
        return ahead ? walk.number() - 1 : walk.number();
    }

    /** Whether there is another record. */
    public boolean hasNext() throws IOException {
        ahead = ahead || walk.next();
        return ahead;
    }

    /** Reads the next record. The view is valid until {@link #hasNext()} or this is called again. */
    public ShapeRecord next() throws IOException, DamagedFile {
        if (!hasNext()) {
            String trouble = walk.trouble();
            throw new DamagedFile(trouble != null ? trouble : "There is no other record.");
        }
        ahead = false;
        check.check(walk.bytes(), walk.content(), walk.length(), walk.layout());
        @Nullable String nonsense = check.nonsense();
        if (nonsense != null) {
            throw new DamagedFile(walk.tell(nonsense));
        }
        return shape.on(walk, check.isEmpty(), check.rings());
    }

    @Override
    public void close() throws IOException {
        walk.close();
    }
}
