package org.batchuploader.geotools.flatgeobuf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batchuploader.geotools.DamagedFile;

/**
 * A table of FlatBuffers ("FlatBuffer Internals"): fields by their number, found through offsets that are checked against
 * the buffer before they are followed.
 */
final class FlatTable {
    /** A vector's first element and its length. */
    record Vector(int at, int length) {}

    private final ByteBuffer bytes;
    private final int position;
    private final int fields;
    private final int vtable;

    private FlatTable(ByteBuffer bytes, int position) throws DamagedFile {
        this.bytes = bytes;
        this.position = position;
        this.vtable = check((long) position - bytes.getInt(check(position, 4)), 4);
        this.fields = (bytes.getShort(vtable) & 0xFFFF) / 2 - 2;
        check(vtable, 4 + 2 * Math.max(0, fields));
    }

    /** The root table of a buffer in little-endian order. */
    static FlatTable root(ByteBuffer bytes) throws DamagedFile {
        if (bytes.limit() < 8) {
            throw damaged();
        }
        return new FlatTable(bytes, (int) Math.min(Integer.MAX_VALUE, bytes.getInt(0) & 0xFFFFFFFFL));
    }

    private static DamagedFile damaged() {
        return new DamagedFile("It is damaged: a reference in it leads outside of its record.");
    }

    private int check(long at, long length) throws DamagedFile {
        if (at < 0 || length < 0 || at + length > bytes.limit()) {
            throw damaged();
        }
        return (int) at;
    }

    /** Where the field is, or 0. */
    private int field(int number, int length) throws DamagedFile {
        int offset = number < fields ? bytes.getShort(vtable + 4 + 2 * number) & 0xFFFF : 0;
        return offset == 0 ? 0 : check((long) position + offset, length);
    }

    private int reference(int at) throws DamagedFile {
        return check(at + (bytes.getInt(at) & 0xFFFFFFFFL), 4);
    }

    int unsignedByte(int number, int otherwise) throws DamagedFile {
        int at = field(number, 1);
        return at == 0 ? otherwise : bytes.get(at) & 0xFF;
    }

    int unsignedShort(int number, int otherwise) throws DamagedFile {
        int at = field(number, 2);
        return at == 0 ? otherwise : bytes.getShort(at) & 0xFFFF;
    }

    int integer(int number, int otherwise) throws DamagedFile {
        int at = field(number, 4);
        return at == 0 ? otherwise : bytes.getInt(at);
    }

    long longInteger(int number, long otherwise) throws DamagedFile {
        int at = field(number, 8);
        return at == 0 ? otherwise : bytes.getLong(at);
    }

    /** @param width of an element in bytes */
    Vector vector(int number, int width) throws DamagedFile {
        int at = field(number, 4);
        if (at == 0) {
            return new Vector(0, 0);
        }
        int start = reference(at);
        long length = bytes.getInt(start) & 0xFFFFFFFFL;
        return new Vector(check(start + 4L, length * width), (int) length);
    }

    String text(int number) throws DamagedFile {
        Vector vector = vector(number, 1);
        byte[] text = new byte[vector.length()];
        bytes.get(vector.at(), text);
        return new String(text, StandardCharsets.UTF_8);
    }

    Optional<FlatTable> table(int number) throws DamagedFile {
        int at = field(number, 4);
        return at == 0 ? Optional.empty() : Optional.of(new FlatTable(bytes, reference(at)));
    }

    List<FlatTable> tables(int number) throws DamagedFile {
        Vector vector = vector(number, 4);
        List<FlatTable> tables = new ArrayList<>();
        for (int i = 0; i < vector.length(); i++) {
            tables.add(new FlatTable(bytes, reference(vector.at() + 4 * i)));
        }
        return tables;
    }

    double decimal(Vector vector, int index) {
        return bytes.getDouble(vector.at() + 8 * index);
    }

    int whole(Vector vector, int index) {
        return bytes.getInt(vector.at() + 4 * index);
    }

    /** A view on the elements of a vector of bytes. */
    ByteBuffer slice(Vector vector) {
        return bytes.slice(vector.at(), vector.length()).order(bytes.order());
    }
}
