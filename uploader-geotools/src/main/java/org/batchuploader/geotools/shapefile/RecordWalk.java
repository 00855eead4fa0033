package org.batchuploader.geotools.shapefile;

import java.io.Closeable;
import java.io.IOException;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.jspecify.annotations.Nullable;

/**
 * Goes from record to record of a {@code .shp}, believing no length: a record's own counts say how long it has to be, and
 * where its header says something else, the header that has to follow decides. Every reader of shapes goes this way, so
 * that what was checked is what is drawn and written.
 */
final class RecordWalk implements Closeable {
    /** More than a feature may have: no reader behind us could hold it either. */
    static final int MAX_RECORD = 64 << 20;

    private static final int RECORD_HEADER = 8;
    private static final int COUNTS = 44;

    private final String name;
    private final FileWindow file;
    private final ShpHeader header;
    private final RecordLayout layout = new RecordLayout();
    private final @Nullable ShxIndex order;

    private @Nullable ShapeType expected;
    private boolean settled;
    private int number;
    private int ownNumber;
    private long next = ShpHeader.SIZE;
    private long offset;
    private int length;
    private long saidLength;
    private int content;
    private boolean typeMended;
    private int beforeDeclaredEnd = -1;
    private @Nullable String trouble;

    private RecordWalk(SourceFile source, FileWindow file, ShpHeader header, @Nullable ShxIndex order) {
        this.name = source.name();
        this.file = file;
        this.header = header;
        this.order = order;
        this.expected = header.type().filter(type -> type != ShapeType.NULL).orElse(null);
    }

    /** @param order in which the index has the records, absent to take them one after another */
    static RecordWalk open(SourceFile shp, @Nullable ShxIndex order) throws IOException, DamagedFile {
        var file = new FileWindow(shp.path());
        try {
            return new RecordWalk(shp, file, ShpHeader.read(file, shp), order);
        } catch (IOException | DamagedFile | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Moves to the next record; false behind the last, or at one that {@link #trouble()} tells of. */
    boolean next() throws IOException {
        if (trouble != null || !locate()) {
            return false;
        }
        long left = file.size() - offset - RECORD_HEADER;
        int available = (int) Math.min(left, COUNTS);
        int at = file.at(offset, RECORD_HEADER + available);
        byte[] bytes = file.bytes();
        ownNumber = Bytes.bigInt(bytes, at);
        saidLength = 2L * Bytes.bigInt(bytes, at + 4);
        String wrong = measure(bytes, at + RECORD_HEADER, available, left);
        if (wrong != null) {
            number++;
            trouble = tell(wrong);
            number--;
            return false;
        }
        content = file.at(offset, RECORD_HEADER + length) + RECORD_HEADER;
        next = offset + RECORD_HEADER + length;
        number++;
        return true;
    }

    private boolean locate() throws IOException {
        if (order != null) {
            offset = order.offset(number);
            return offset >= 0;
        }
        offset = next;
        if (beforeDeclaredEnd < 0 && offset >= header.length()) {
            beforeDeclaredEnd = number;
        }
        return file.size() - offset >= RECORD_HEADER + 4;
    }

    private @Nullable String measure(byte[] bytes, int at, int available, long left) throws IOException {
        typeMended = false;
        String wrong = layout.read(bytes, at, available, null);
        if (expected != null && ShapeType.of(Bytes.littleInt(bytes, at)).isEmpty()) {
            typeMended = layout.read(bytes, at, available, expected) == null
                    && (saidLength == layout.shortest() || saidLength == layout.longest());
            wrong = typeMended ? null : wrong;
        } else if (wrong == null && layout.type() != ShapeType.NULL) {
            wrong = settle(layout.type());
        }
        return wrong != null ? wrong : fit(left);
    }

    /** The first shape that is there decides for the others, whatever the header of the file says. */
    private @Nullable String settle(ShapeType type) {
        if (!settled) {
            settled = true;
            expected = type;
        }
        return type == expected || expected == null
                ? null
                : "is a %s among shapes of type %s".formatted(type.title(), expected.title());
    }

    private @Nullable String fit(long left) throws IOException {
        boolean possible = saidLength >= 4 && saidLength <= left;
        long found = saidLength;
        if (!possible || !layout.fits(saidLength) || saidLength > layout.longest()) {
            found = isFollowed(layout.longest())
                    ? layout.longest()
                    : isFollowed(layout.shortest()) ? layout.shortest() : saidLength;
        }
        if (found == saidLength && !possible) {
            return tooLong(left);
        }
        if (!layout.fits(found)) {
            return "claims %d parts and %d points, which its %d bytes cannot hold"
                    .formatted(layout.parts(), layout.points(), found);
        }
        if (found > MAX_RECORD) {
            return "is %d bytes long, more than a feature may have (%d)".formatted(found, MAX_RECORD);
        }
        length = (int) found;
        return null;
    }

    private String tooLong(long left) {
        return "says it is %d bytes long where %d are left in the file".formatted(saidLength, left);
    }

    /** Whether the record that has to come next begins behind that many bytes of content. */
    private boolean isFollowed(long contentLength) throws IOException {
        long end = offset + RECORD_HEADER + contentLength;
        if (order != null) {
            return order.length(number) == contentLength && end <= file.size();
        }
        if (end == file.size()) {
            return ownNumber == number + 1;
        }
        if (end + RECORD_HEADER + 4 > file.size()) {
            return false;
        }
        int at = file.at(end, RECORD_HEADER + 4);
        byte[] bytes = file.bytes();
        long nextLength = 2L * Bytes.bigInt(bytes, at + 4);
        return Bytes.bigInt(bytes, at) == number + 2
                && nextLength >= 4
                && nextLength <= file.size() - end - RECORD_HEADER
                && ShapeType.of(Bytes.littleInt(bytes, at + RECORD_HEADER)).isPresent();
    }

    ShpHeader header() {
        return header;
    }

    /** The type of all shapes but null ones, as the records have it. */
    ShapeType type() {
        return expected != null ? expected : ShapeType.NULL;
    }

    /** Records passed so far. */
    int number() {
        return number;
    }

    /** Where the content of the record stood on begins in {@link #bytes()}. */
    int content() {
        return content;
    }

    byte[] bytes() {
        return file.bytes();
    }

    /** Bytes of content of the record stood on. */
    int length() {
        return length;
    }

    RecordLayout layout() {
        return layout;
    }

    /** Offset in the file of the header of the record stood on. */
    long offset() {
        return offset;
    }

    /** What its header has wrong of the record stood on, as bits of {@link ShapeFault}. */
    int faults() {
        return (length != saidLength ? ShapeFault.LENGTH.bit() : 0)
                | (typeMended ? ShapeFault.TYPE.bit() : 0)
                | (order == null && ownNumber != number ? ShapeFault.NUMBER.bit() : 0);
    }

    /** The sentence that something is wrong with the record stood on. */
    String tell(String wrong) {
        return "Record %d of %s, at byte %d, %s%s."
                .formatted(
                        number,
                        name,
                        offset,
                        wrong,
                        ownNumber == number ? "" : " (its own number is " + ownNumber + ")");
    }

    /** What keeps the walk from going on, a whole sentence; absent at a plain end. */
    @Nullable String trouble() {
        return trouble;
    }

    /** Records before the place where the header says that the file ends; as many as there are if it says a later one. */
    int beforeDeclaredEnd() {
        return beforeDeclaredEnd < 0 ? number : beforeDeclaredEnd;
    }

    /** Bytes behind the last record passed. */
    long tail() {
        return file.size() - next;
    }

    long size() {
        return file.size();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
