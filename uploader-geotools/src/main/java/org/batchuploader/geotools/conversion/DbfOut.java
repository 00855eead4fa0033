package org.batchuploader.geotools.conversion;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.batchuploader.core.inspect.Field;
import org.jspecify.annotations.Nullable;

/** Writes a table of dBASE III in UTF-8. A table without columns gets one that numbers its rows. */
final class DbfOut implements Closeable {
    private static final int NUMBER = 24;
    private static final int DECIMALS = 15;
    private static final List<Field> NUMBERED = List.of(new Field("id", "id", "integer", 10, 0));

    private final boolean numbered;
    private final List<Field> fields;
    private final TempFile file;
    private final byte[] row;
    private int rows;

    DbfOut(List<Field> fields, Path path) throws IOException {
        this.numbered = fields.isEmpty();
        this.fields = numbered ? NUMBERED : fields;
        this.file = new TempFile(path, headerLength());
        this.row = new byte[rowLength(fields)];
    }

    /** Bytes of a row of such fields. */
    static int rowLength(List<Field> fields) {
        return 1
                + (fields.isEmpty() ? NUMBERED : fields)
                        .stream().mapToInt(DbfOut::width).sum();
    }

    private static int width(Field field) {
        return switch (field.type()) {
            case "boolean" -> 1;
            case "date" -> 8;
            case "number" -> NUMBER;
            case "integer" -> field.width();
            default -> Math.min(Room.TEXT, field.width());
        };
    }

    void add(List<@Nullable Object> values) throws IOException {
        Arrays.fill(row, (byte) ' ');
        rows++;
        int at = 1;
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Object value = numbered ? (Long) (long) rows : values.get(i);
            int width = width(field);
            if (value != null) {
                put(field, value, at, width);
            }
            at += width;
        }
        file.write(row);
    }

    private void put(Field field, Object value, int at, int width) {
        byte[] bytes = text(field, value).getBytes(StandardCharsets.UTF_8);
        if (field.type().equals("integer") || field.type().equals("number")) {
            if (bytes.length <= width) {
                System.arraycopy(bytes, 0, row, at + width - bytes.length, bytes.length);
            }
            return;
        }
        int length = bytes.length;
        if (length > width) {
            length = width;
            while ((bytes[length] & 0xC0) == 0x80) {
                length--;
            }
        }
        System.arraycopy(bytes, 0, row, at, length);
    }

    private static String text(Field field, Object value) {
        return switch (field.type()) {
            case "boolean" -> Boolean.TRUE.equals(value) ? "T" : "F";
            case "date" -> value.toString().replace("-", "");
            case "number" -> number(((Number) value).doubleValue());
            default -> value.toString().replace('\0', ' ');
        };
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        String plain = new BigDecimal(Double.toString(value)).toPlainString();
        return plain.length() <= NUMBER ? plain : Double.toString(value);
    }

    void finish() throws IOException {
        file.write(new byte[] {0x1A});
        ByteBuffer header = ByteBuffer.allocate(headerLength()).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 3).put(new byte[] {95, 7, 26}).putInt(rows);
        header.putShort((short) headerLength()).putShort((short) row.length);
        int at = 32;
        for (Field field : fields) {
            byte[] name = field.name().getBytes(StandardCharsets.US_ASCII);
            header.put(at, name, 0, Math.min(10, name.length));
            header.put(at + 11, (byte) letter(field)).put(at + 16, (byte) width(field));
            header.put(at + 17, (byte) (field.type().equals("number") ? DECIMALS : 0));
            at += 32;
        }
        header.put(at, (byte) 0x0D);
        file.finish(header.array());
    }

    private static char letter(Field field) {
        return switch (field.type()) {
            case "boolean" -> 'L';
            case "date" -> 'D';
            case "integer", "number" -> 'N';
            default -> 'C';
        };
    }

    private int headerLength() {
        return 33 + 32 * fields.size();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
