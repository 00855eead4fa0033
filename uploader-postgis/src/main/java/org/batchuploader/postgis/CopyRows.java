package org.batchuploader.postgis;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.batchuploader.core.feature.Column;
import org.batchuploader.core.feature.FeatureSink;
import org.batchuploader.core.feature.FeatureType;
import org.batchuploader.core.feature.ValueType;

/**
 * Writes features as rows of {@code COPY ... (FORMAT binary)}, after the section "Binary Format" of PostgreSQL's page on
 * {@code COPY}: the number, the columns, the geometry with its SRID.
 */
final class CopyRows implements FeatureSink {
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NO_VALUE = -1;
    /** Bytes of a fixed value with its length, at most. */
    private static final int FIXED = 4 + Decimals.ROOM;

    private static final int EWKB_HEAD = 5;
    private static final int HAS_SRID = 0x2000_0000;
    /** Days from 1970-01-01 to 2000-01-01, where PostgreSQL counts from. */
    private static final long EPOCH = 10_957;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final Pipe pipe;
    private final int srid;
    private ValueType[] types = {};
    private Pipe.Chunk chunk;
    private byte[] out;
    private int at;
    private int column;

    CopyRows(Pipe pipe, int srid) throws IOException {
        this.pipe = pipe;
        this.srid = srid;
        this.chunk = pipe.empty();
        this.out = chunk.bytes;
    }

    @Override
    public void begin(FeatureType type) throws IOException {
        types = type.columns().stream().map(Column::type).toArray(ValueType[]::new);
        pipe.put(new Pipe.Begin(type));
        at = 0;
        bytes(SIGNATURE, 0, SIGNATURE.length);
        room(8);
        putInt(0);
        putInt(0);
    }

    @Override
    public void feature(long number) throws IOException {
        column = 0;
        room(10);
        SHORT.set(out, at, (short) (types.length + 2));
        at += 2;
        putInt(4);
        putInt(Math.toIntExact(number));
    }

    @Override
    public void text(byte[] utf8, int offset, int length) throws IOException {
        column++;
        room(4);
        putInt(length);
        bytes(utf8, offset, length);
    }

    @Override
    public void whole(long value) throws IOException {
        room(FIXED);
        if (types[column++] == ValueType.INTEGER) {
            putInt(4);
            putInt(Math.toIntExact(value));
        } else {
            putInt(8);
            LONG.set(out, at, value);
            at += 8;
        }
    }

    @Override
    public void decimal(long unscaled, int scale) throws IOException {
        column++;
        room(FIXED);
        int length = Decimals.put(out, at + 4, unscaled, scale);
        putInt(length);
        at += length;
    }

    @Override
    public void decimal(BigDecimal value) throws IOException {
        byte[] number = Decimals.bytes(value);
        text(number, 0, number.length);
    }

    @Override
    public void date(long epochDay) throws IOException {
        column++;
        room(FIXED);
        putInt(4);
        putInt(Math.toIntExact(epochDay - EPOCH));
    }

    @Override
    public void truth(boolean value) throws IOException {
        column++;
        room(FIXED);
        putInt(1);
        out[at++] = (byte) (value ? 1 : 0);
    }

    @Override
    public void nothing() throws IOException {
        column++;
        room(4);
        putInt(NO_VALUE);
    }

    @Override
    public void geometry(byte[] ewkb, int length) throws IOException {
        room(4 + EWKB_HEAD + 4);
        putInt(length + 4);
        out[at] = ewkb[0];
        LITTLE_INT.set(out, at + 1, (int) LITTLE_INT.get(ewkb, 1) | HAS_SRID);
        LITTLE_INT.set(out, at + EWKB_HEAD, srid);
        at += EWKB_HEAD + 4;
        bytes(ewkb, EWKB_HEAD, length - EWKB_HEAD);
    }

    /** Says that there are no more. */
    void end() throws IOException {
        room(2);
        SHORT.set(out, at, (short) NO_VALUE);
        at += 2;
        chunk.length = at;
        pipe.put(chunk);
        pipe.put(new Pipe.End());
    }

    private void putInt(int value) {
        INT.set(out, at, value);
        at += 4;
    }

    private void room(int wanted) throws IOException {
        if (out.length - at < wanted) {
            next();
        }
    }

    private void bytes(byte[] source, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > out.length - at) {
            int part = out.length - at;
            System.arraycopy(source, from, out, at, part);
            at += part;
            from += part;
            left -= part;
            next();
        }
        System.arraycopy(source, from, out, at, left);
        at += left;
    }

    private void next() throws IOException {
        chunk.length = at;
        pipe.put(chunk);
        chunk = pipe.empty();
        out = chunk.bytes;
        at = 0;
    }
}
