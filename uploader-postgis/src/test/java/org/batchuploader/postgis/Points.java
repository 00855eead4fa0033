package org.batchuploader.postgis;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.batchuploader.core.feature.Column;
import org.batchuploader.core.feature.FeatureReader;
import org.batchuploader.core.feature.FeatureSink;
import org.batchuploader.core.feature.FeatureType;
import org.batchuploader.core.feature.GeometryType;
import org.batchuploader.core.feature.ValueType;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Inspection;

/** Points on a diagonal, as a reader of files would hand them on; something may happen in their midst. */
record Points(int count, int event, Event happening) implements FeatureReader {
    /** What happens when that feature is about to be handed on. */
    interface Event {
        void happen() throws IOException;
    }

    static final FeatureType TYPE = new FeatureType(
            GeometryType.POINT,
            false,
            false,
            List.of(
                    new Column("NAME", ValueType.TEXT, 20),
                    new Column("pop", ValueType.LONG, 0),
                    new Column("height", ValueType.DECIMAL, 0),
                    new Column("built", ValueType.DATE, 0),
                    new Column("open", ValueType.BOOLEAN, 0)));

    static Points of(int count) {
        return new Points(count, -1, () -> {});
    }

    /** @param happening before the point of that number */
    Points with(int number, Event happening) {
        return new Points(count, number, happening);
    }

    @Override
    public long read(DatasetFiles files, Inspection inspection, FeatureSink sink) throws IOException {
        sink.begin(TYPE);
        for (int i = 1; i <= count; i++) {
            if (i == event) {
                happening.happen();
            }
            hand(i, sink);
        }
        return count;
    }

    static void hand(int i, FeatureSink sink) throws IOException {
        sink.feature(i);
        byte[] name = ("Ålesund " + i).getBytes(StandardCharsets.UTF_8);
        sink.text(name, 0, name.length);
        sink.whole(10L * i);
        if (i % 2 == 0) {
            sink.decimal(125L * i, 3);
        } else {
            sink.decimal(new BigDecimal("1e20"));
        }
        if (i % 3 == 0) {
            sink.nothing();
        } else {
            sink.date(i);
        }
        sink.truth(i % 2 == 0);
        if (i == 5) {
            sink.nothing();
        } else {
            sink.geometry(point(i / 10.0, i / 20.0), 21);
        }
    }

    private static byte[] point(double x, double y) {
        return ByteBuffer.allocate(21)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 1)
                .putInt(1)
                .putDouble(x)
                .putDouble(y)
                .array();
    }
}
