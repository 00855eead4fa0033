package org.batchuploader.geotools.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/**
 * Reads a {@code .shp} from front to back, one record at a time, checking each length before it is believed. Needs memory
 * for the largest record, and refuses one above {@value #MAX_RECORD} bytes.
 */
public final class ShpReader implements Closeable {
    static final int HEADER = 100;
    static final int MAX_RECORD = 64 << 20;
    private static final int MIN_RECORD = 12;
    private static final int MAGIC = 9994;

    private final String name;
    private final long size;
    private final BinaryFile file;
    private final ShapeType type;
    private final long declared;
    private final RecordParser parser = new RecordParser();
    private int read;
    private long recordOffset;
    private int recordLength;

    private ShpReader(SourceFile source, BinaryFile file, long size) throws IOException, DamagedFile {
        this.name = source.name();
        this.file = file;
        this.size = size;
        if (size < 4 || file.big(4).getInt(0) != MAGIC) {
            throw new DamagedFile(
                    ProblemCode.FORMAT_UNSUPPORTED, name + " is not a shapefile" + Signature.of(source.path()) + ".");
        }
        if (size < HEADER) {
            throw new DamagedFile("%s ends at byte %d, within its header.".formatted(name, size));
        }
        var header = file.big(HEADER - 4);
        this.declared = 2 * (header.getInt(20) & 0xFFFFFFFFL);
        int number = Integer.reverseBytes(header.getInt(28));
        this.type = ShapeType.of(number)
                .orElseThrow(() -> new DamagedFile(
                        "%s says that its shapes are of type %d, which does not exist.".formatted(name, number)));
    }

    public static ShpReader open(SourceFile source) throws IOException, DamagedFile {
        Path path = source.path();
        var file = new BinaryFile(path);
        try {
            return new ShpReader(source, file, Files.size(path));
        } catch (IOException | DamagedFile | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The type all shapes but null ones have. */
    public ShapeType type() {
        return type;
    }

    /** Records read so far. */
    public int read() {
        return read;
    }

    /** Offset of the record last read, in bytes. */
    long recordOffset() {
        return recordOffset;
    }

    /** Length of the content of the record last read, in bytes. */
    int recordLength() {
        return recordLength;
    }

    /** Whether, all records being read, the header promises more bytes than there are or a scrap of a record is left. */
    boolean isCut() {
        return declared > size || file.position() < end();
    }

    /** Where records end: where the header says, or where the file does. */
    private long end() {
        return declared <= HEADER || declared > size ? size : declared;
    }

    /** Whether there are enough bytes left for the smallest record. */
    public boolean hasNext() {
        return end() - file.position() >= MIN_RECORD;
    }

    /** Reads the next record. The view is valid until the next call. */
    public ShapeRecord next() throws IOException, DamagedFile {
        recordOffset = file.position();
        long left = size - recordOffset;
        var header = file.big(8);
        int number = header.getInt(0);
        long length = 2L * header.getInt(4);
        if (length < 4 || length > left - 8) {
            throw damaged("says it is %d bytes long where %d are left in the file".formatted(length, left - 8));
        }
        if (length > MAX_RECORD) {
            throw damaged("is %d bytes long, more than a feature may have (%d)".formatted(length, MAX_RECORD));
        }
        recordLength = (int) length;
        try {
            ShapeRecord shape = parser.parse(file.little(recordLength), type, read + 1);
            read++;
            return shape;
        } catch (RecordParser.Nonsense e) {
            throw damaged(e.getMessage() + (number == read + 1 ? "" : " (its own number is " + number + ")"));
        }
    }

    private DamagedFile damaged(String what) {
        return new DamagedFile("Record %d of %s, at byte %d, %s.".formatted(read + 1, name, recordOffset, what));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
