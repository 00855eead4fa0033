package org.batchuploader.geotools.geopackage;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.batchuploader.geotools.DamagedFile;

/** Walks the b-tree of a table, in the order of its row numbers (chapters 1.6 and 2 of the file format). */
final class TableScan {
    private static final int INTERIOR = 5;
    private static final int LEAF = 13;
    private static final int DEEPEST = 40;

    /** Bytes of one row. */
    private static final int LARGEST = 128 << 20;

    /** Takes rows. */
    @FunctionalInterface
    interface RowSink {
        void row(long number, Row row) throws IOException, DamagedFile;
    }

    private final SqliteFile file;
    private final RowSink sink;
    private long visited;

    private TableScan(SqliteFile file, RowSink sink) {
        this.file = file;
        this.sink = sink;
    }

    static void of(SqliteFile file, long root, RowSink sink) throws IOException, DamagedFile {
        new TableScan(file, sink).page(root, 0);
    }

    private ByteBuffer visit(long number) throws IOException, DamagedFile {
        if (++visited > file.pages()) {
            throw file.damaged("has pages that refer to each other in circles");
        }
        return file.page(number);
    }

    private void page(long number, int depth) throws IOException, DamagedFile {
        if (depth > DEEPEST) {
            throw file.damaged("has a table nested more than %d pages deep".formatted(DEEPEST));
        }
        ByteBuffer page = visit(number);
        int header = number == 1 ? 100 : 0;
        int type = page.get(header);
        if (type != INTERIOR && type != LEAF) {
            throw file.damaged("has an unexpected page %d of type %d".formatted(number, type));
        }
        int cells = page.getShort(header + 3) & 0xFFFF;
        int pointers = header + (type == INTERIOR ? 12 : 8);
        if (pointers + 2 * cells > file.usable()) {
            throw file.damaged("has more cells on page %d than fit there".formatted(number));
        }
        for (int i = 0; i < cells; i++) {
            int at = page.getShort(pointers + 2 * i) & 0xFFFF;
            if (at < pointers + 2 * cells || at > file.usable() - 4) {
                throw file.damaged("has a cell outside of page %d".formatted(number));
            }
            page.position(at).limit(file.usable());
            if (type == INTERIOR) {
                page(page.getInt() & 0xFFFFFFFFL, depth + 1);
            } else {
                cell(page);
            }
            page.limit(page.capacity());
        }
        if (type == INTERIOR) {
            page(page.getInt(header + 8) & 0xFFFFFFFFL, depth + 1);
        }
    }

    private void cell(ByteBuffer page) throws IOException, DamagedFile {
        long length = varint(page);
        long number = varint(page);
        if (length < 0 || length > LARGEST || length > file.pages() * file.usable()) {
            throw file.damaged("has a row of %d bytes".formatted(length));
        }
        int usable = file.usable();
        int most = usable - 35;
        int least = (usable - 12) * 32 / 255 - 23;
        int here = (int) length;
        if (length > most) {
            int surplus = (int) (least + (length - least) % (usable - 4));
            here = surplus <= most ? surplus : least;
        }
        if (here > page.remaining() - (length > here ? 4 : 0)) {
            throw file.damaged("has a row that goes beyond its page");
        }
        ByteBuffer payload = ByteBuffer.allocate((int) length);
        payload.put(page.slice(page.position(), here));
        if (length > here) {
            overflow(page.getInt(page.position() + here) & 0xFFFFFFFFL, payload);
        }
        payload.flip();
        sink.row(number, new Row(file, payload));
    }

    private void overflow(long first, ByteBuffer payload) throws IOException, DamagedFile {
        long next = first;
        while (payload.hasRemaining()) {
            ByteBuffer page = visit(next);
            int length = Math.min(payload.remaining(), file.usable() - 4);
            payload.put(page.slice(4, length));
            next = page.getInt(0) & 0xFFFFFFFFL;
        }
    }

    /** A number in one to nine bytes, big end first. */
    static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte b = bytes.get();
            value = value << 7 | b & 0x7F;
            if (b >= 0) {
                return value;
            }
        }
        return value << 8 | bytes.get() & 0xFF;
    }
}
