package org.batchuploader.geotools.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file with holes: larger than two gibibytes to its reader, and next to nothing on the disk. */
class LargeFileTest {
    private static final int RECORDS = 75;
    private static final int POINTS = 1_900_000;
    private static final long CONTENT = 40 + 16L * POINTS;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void reads_beyond_two_gibibytes_to_the_last_point() throws IOException, DamagedFile {
        Path shp = folder.resolve("large.shp");
        long size = 100 + RECORDS * (8 + CONTENT);
        try (FileChannel out = FileChannel.open(
                shp, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            ByteBuffer header = ByteBuffer.allocate(100).putInt(0, 9994).putInt(24, (int) (size / 2));
            header.order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(28, 1000)
                    .putInt(32, 8)
                    .putDouble(52, 1)
                    .putDouble(60, 2);
            out.write(header, 0);
            for (int i = 0; i < RECORDS; i++) {
                long at = 100 + i * (8 + CONTENT);
                ByteBuffer record = ByteBuffer.allocate(48).putInt(i + 1).putInt((int) (CONTENT / 2));
                record.order(ByteOrder.LITTLE_ENDIAN).putInt(8).putInt(44, POINTS);
                record.putDouble(28, i == RECORDS - 1 ? 1 : 0).putDouble(36, i == RECORDS - 1 ? 2 : 0);
                out.write(record.rewind(), at);
            }
            ByteBuffer last = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            out.write(last.putDouble(1).putDouble(2).rewind(), size - 16);
        }
        assertThat(Files.size(shp)).isGreaterThan(Integer.MAX_VALUE);

        ShapeScan scan = ShapeScan.of(new SourceFile("large.shp", shp), Optional.empty());

        assertThat(scan.trouble()).isEmpty();
        assertThat(scan.records()).isEqualTo(RECORDS);
        assertThat(scan.tail()).isZero();
        assertThat(scan.faults().tell()).isEmpty();
        assertThat(scan.extent()).contains(new Envelope(0, 0, 1, 2));
    }
}
