package org.batchuploader.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.batchuploader.core.feature.Column;
import org.batchuploader.core.feature.FeatureType;
import org.batchuploader.core.feature.GeometryType;
import org.batchuploader.core.feature.ValueType;
import org.junit.jupiter.api.Test;

class CopyRowsTest {
    private static final byte[] POINT = {1, 1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

    private final Pipe pipe = new Pipe(Duration.ofMinutes(1).toNanos());

    @Test
    void a_row_is_counted_fields_with_lengths() throws IOException {
        var rows = new CopyRows(pipe, 4326);
        rows.begin(type(ValueType.TEXT, ValueType.LONG, ValueType.DATE, ValueType.BOOLEAN, ValueType.INTEGER));
        rows.feature(7);
        rows.text("xåy".getBytes(StandardCharsets.UTF_8), 1, 2);
        rows.whole(-2);
        rows.date(10_958);
        rows.truth(true);
        rows.nothing();
        rows.geometry(POINT, POINT.length);
        rows.end();

        assertThat(pipe.take()).isInstanceOf(Pipe.Begin.class);
        ByteBuffer sent = ByteBuffer.wrap(drain(pipe));
        sent.position(11 + 8);
        assertThat(sent.getShort()).isEqualTo((short) 7);
        assertThat(ints(sent, 2)).containsExactly(4, 7);
        assertThat(ints(sent, 1)).containsExactly(2);
        assertThat(new byte[] {sent.get(), sent.get()}).isEqualTo("å".getBytes(StandardCharsets.UTF_8));
        assertThat(ints(sent, 3)).containsExactly(8, -1, -2);
        assertThat(ints(sent, 2)).containsExactly(4, 1);
        assertThat(ints(sent, 1)).containsExactly(1);
        assertThat(sent.get()).isEqualTo((byte) 1);
        assertThat(ints(sent, 1)).containsExactly(-1);
        assertThat(ints(sent, 1)).containsExactly(POINT.length + 4);
        assertThat(sent.get()).isEqualTo((byte) 1);
        assertThat(Integer.reverseBytes(sent.getInt())).isEqualTo(0x2000_0001);
        assertThat(Integer.reverseBytes(sent.getInt())).isEqualTo(4326);
        sent.position(sent.position() + 16);
        assertThat(sent.getShort()).isEqualTo((short) -1);
        assertThat(sent.hasRemaining()).isFalse();
    }

    @Test
    void a_geometry_larger_than_all_buffers_goes_through_them() throws Exception {
        byte[] large = new byte[3 * Pipe.BUFFERS * Pipe.SIZE];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31);
        }
        var received = CompletableFuture.supplyAsync(() -> {
            try {
                pipe.take();
                return drain(pipe);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        var rows = new CopyRows(pipe, 4326);
        rows.begin(type());
        rows.feature(1);
        rows.geometry(large, large.length);
        rows.end();

        byte[] sent = received.get();
        int at = 19 + 2 + 8 + 4 + 9;
        assertThat(sent).hasSize(at + large.length - 5 + 2);
        assertThat(java.util.Arrays.copyOfRange(sent, at, sent.length - 2))
                .isEqualTo(java.util.Arrays.copyOfRange(large, 5, large.length));
    }

    @Test
    void nobody_waits_for_the_other_side_of_a_broken_pipe() throws IOException {
        pipe.empty();
        pipe.breakOff();

        assertThatExceptionOfType(Pipe.Broken.class).isThrownBy(pipe::take);
        assertThatExceptionOfType(Pipe.Broken.class).isThrownBy(pipe::empty);
    }

    @Test
    void nobody_waits_longer_than_the_load_may_take() {
        assertThatExceptionOfType(Pipe.Broken.class).isThrownBy(() -> new Pipe(1).take());
    }

    private static FeatureType type(ValueType... types) {
        List<Column> columns = java.util.Arrays.stream(types)
                .map(type -> new Column("a", type, 10))
                .toList();
        return new FeatureType(GeometryType.POINT, false, false, columns);
    }

    private static int[] ints(ByteBuffer in, int count) {
        int[] ints = new int[count];
        for (int i = 0; i < count; i++) {
            ints[i] = in.getInt();
        }
        return ints;
    }

    private static byte[] drain(Pipe pipe) throws IOException {
        var out = new ByteArrayOutputStream();
        while (pipe.take() instanceof Pipe.Chunk chunk) {
            out.write(chunk.bytes, 0, chunk.length);
            pipe.giveBack(chunk);
        }
        return out.toByteArray();
    }
}
