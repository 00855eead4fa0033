package org.batchuploader.geotools.raster;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A TIFF directory to be written, in the byte order and the kind of file it goes into. */
@SuppressWarnings("ByteBufferBackingArray")
final class TiffTags {
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;
    private static final int LONG8 = 16;

    /** Either whole, as it stood in another directory of the same file, or with values yet to be placed. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Tag(int type, long count, byte[] values, boolean whole) {}

    private final ByteOrder order;
    private final boolean big;
    private final Map<Integer, Tag> tags = new TreeMap<>();

    TiffTags(ByteOrder order, boolean big) {
        this.order = order;
        this.big = big;
    }

    TiffTags shorts(int tag, int... values) {
        ByteBuffer out = buffer(2 * values.length);
        for (int value : values) {
            out.putShort((short) value);
        }
        return put(tag, SHORT, values.length, out.array());
    }

    /** Numbers of the size that offsets have in such a file. */
    TiffTags numbers(int tag, long... values) {
        ByteBuffer out = buffer((big ? 8 : 4) * values.length);
        for (long value : values) {
            if (big) {
                out.putLong(value);
            } else {
                out.putInt((int) value);
            }
        }
        return put(tag, big ? LONG8 : LONG, values.length, out.array());
    }

    TiffTags doubles(int tag, double... values) {
        ByteBuffer out = buffer(8 * values.length);
        for (double value : values) {
            out.putDouble(value);
        }
        return put(tag, DOUBLE, values.length, out.array());
    }

    TiffTags text(int tag, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        return put(tag, ASCII, bytes.length, bytes);
    }

    /** An entry of the same file, whose values stay where they are. */
    TiffTags whole(int tag, byte[] entry) {
        tags.put(tag, new Tag(0, 0, entry, true));
        return this;
    }

    TiffTags without(int tag) {
        tags.remove(tag);
        return this;
    }

    private TiffTags put(int tag, int type, long count, byte[] values) {
        tags.put(tag, new Tag(type, count, values, false));
        return this;
    }

    /** Bytes of the directory with its values. */
    int length() {
        int values = tags.values().stream()
                .mapToInt(t -> isInline(t) ? 0 : even(t.values().length))
                .sum();
        return directoryLength() + values;
    }

    private int directoryLength() {
        return (big ? 16 : 6) + tags.size() * entryLength();
    }

    private int entryLength() {
        return TiffEntry.width(big);
    }

    private boolean isInline(Tag tag) {
        return tag.whole() || tag.values().length <= (big ? 8 : 4);
    }

    private static int even(int length) {
        return length + (length & 1);
    }

    /**
     * The directory, its values behind it.
     *
     * @param position it will have in the file
     * @param next where the directory after it is, 0 for none
     */
    byte[] bytes(long position, long next) {
        ByteBuffer out = buffer(length());
        if (big) {
            out.putLong(tags.size());
        } else {
            out.putShort((short) tags.size());
        }
        int behind = directoryLength();
        for (Map.Entry<Integer, Tag> entry : tags.entrySet()) {
            int at = out.position();
            Tag tag = entry.getValue();
            if (tag.whole()) {
                out.put(tag.values());
                continue;
            }
            out.putShort(entry.getKey().shortValue()).putShort((short) tag.type());
            offset(out, tag.count());
            if (isInline(tag)) {
                out.put(tag.values());
            } else {
                offset(out, position + behind);
                out.put(behind, tag.values());
                behind += even(tag.values().length);
            }
            out.position(at + entryLength());
        }
        offset(out, next);
        return out.array();
    }

    private void offset(ByteBuffer out, long value) {
        if (big) {
            out.putLong(value);
        } else {
            out.putInt((int) value);
        }
    }

    /** The bytes that a file begins with. */
    static byte[] header(ByteOrder order, boolean big, long directory) {
        ByteBuffer out = ByteBuffer.allocate(big ? 16 : 8).order(order);
        out.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4D4D))
                .putShort((short) (big ? 43 : 42));
        if (big) {
            out.putShort((short) 8).putShort((short) 0).putLong(directory);
        } else {
            out.putInt((int) directory);
        }
        return out.array();
    }

    private ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(order);
    }
}
