package org.batchuploader.testkit.sample;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The header and the only directory of a sample, laid out after TIFF 6.0, BigTIFF and OGC GeoTIFF 1.1; the strip follows. */
@SuppressWarnings("ByteBufferBackingArray")
final class TiffDirectory {
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;

    private record Field(int type, List<? extends Number> values) {}

    private final SampleGeoTiff tiff;
    private final Map<Integer, Field> fields = new TreeMap<>();

    TiffDirectory(SampleGeoTiff tiff) {
        this.tiff = tiff;
        put(256, LONG, tiff.width());
        put(257, LONG, tiff.height());
        put(258, SHORT, 8);
        put(259, SHORT, 1);
        put(262, SHORT, 1);
        put(273, LONG, 0);
        put(277, SHORT, 1);
        put(278, LONG, tiff.height());
        put(279, LONG, tiff.width() * tiff.height());
        if (!tiff.extent().isEmpty()) {
            double pixelX = (tiff.extent().get(2) - tiff.extent().get(0)) / tiff.width();
            double pixelY = (tiff.extent().get(3) - tiff.extent().get(1)) / tiff.height();
            put(33550, DOUBLE, pixelX, pixelY, 0.0);
            put(
                    33922,
                    DOUBLE,
                    0.0,
                    0.0,
                    0.0,
                    tiff.extent().get(0),
                    tiff.extent().get(3),
                    0.0);
        }
        if (tiff.epsg() != 0) {
            int model = tiff.projected() ? 1 : 2;
            int key = tiff.projected() ? 3072 : 2048;
            put(34735, SHORT, 1, 1, 0, 3, 1024, 0, 1, model, 1025, 0, 1, 1, key, 0, 1, tiff.epsg());
        }
    }

    private void put(int tag, int type, Number... values) {
        fields.put(tag, new Field(type, List.of(values)));
    }

    byte[] bytes() {
        int head = tiff.big() ? 16 : 8;
        int entry = tiff.big() ? 20 : 12;
        int inline = tiff.big() ? 8 : 4;
        int directory = head + (tiff.big() ? 8 : 2) + fields.size() * entry + (tiff.big() ? 8 : 4);
        int extra = fields.values().stream()
                .mapToInt(TiffDirectory::size)
                .filter(s -> s > inline)
                .sum();
        put(273, LONG, directory + extra);
        ByteBuffer out = SampleGeoTiff.little(directory + extra);
        out.putShort((short) 0x4949).putShort((short) (tiff.big() ? 43 : 42));
        if (tiff.big()) {
            out.putInt(8).putLong(head).putLong(fields.size());
        } else {
            out.putInt(head).putShort((short) fields.size());
        }
        int behind = directory;
        int at = out.position();
        for (var field : fields.entrySet()) {
            out.position(at);
            out.putShort(field.getKey().shortValue())
                    .putShort((short) field.getValue().type());
            number(out, field.getValue().values().size());
            int size = size(field.getValue());
            if (size > inline) {
                number(out, behind);
                out.position(behind);
                behind += size;
            }
            values(out, field.getValue());
            at += entry;
        }
        return out.array();
    }

    private void number(ByteBuffer out, int value) {
        if (tiff.big()) {
            out.putLong(value);
        } else {
            out.putInt(value);
        }
    }

    private static int size(Field field) {
        return field.values().size() * (field.type() == SHORT ? 2 : field.type() == LONG ? 4 : 8);
    }

    private static void values(ByteBuffer out, Field field) {
        for (Number value : field.values()) {
            switch (field.type()) {
                case SHORT -> out.putShort(value.shortValue());
                case LONG -> out.putInt(value.intValue());
                default -> out.putDouble(value.doubleValue());
            }
        }
    }
}
