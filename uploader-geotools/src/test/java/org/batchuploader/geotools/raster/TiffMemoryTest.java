package org.batchuploader.geotools.raster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.inspect.Desk;
import org.batchuploader.testkit.sample.Damage;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few hundred bytes can say anything; what a picture takes is bounded all the same. */
class TiffMemoryTest {
    private static final long BOUND = 32 << 20;

    /** Where the entries of a sample's directory begin, twelve bytes each. */
    private static final int ENTRIES = 10;

    private static final int BITS = ENTRIES + 2 * 12;
    private static final int GEO_KEYS = ENTRIES + 11 * 12;

    @TempDir
    private Path folder = Path.of("");

    private final GeoToolsInspector inspector = new GeoToolsInspector();

    /** Bytes that this thread asked for while the picture was drawn. */
    private long drawing(Path tiff, boolean drawn) throws IOException {
        var desk = new Desk(inspector, folder);
        inspector.thumbnail(
                desk.only(List.of(tiff)),
                desk.inspect(List.of(tiff), Correction.NONE),
                64,
                new ByteArrayOutputStream());
        DatasetFiles files = desk.only(List.of(tiff));
        Inspection inspection = desk.inspect(List.of(tiff), Correction.NONE);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(inspector.thumbnail(files, inspection, 64, new ByteArrayOutputStream()))
                .isEqualTo(drawn);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void geokeys_that_claim_to_be_millions_are_not_loaded_to_draw_a_picture() throws IOException {
        Path tiff = SampleGeoTiff.named("hills.tif").writeTo(folder);
        Damage.overwriteInt(tiff, GEO_KEYS + 4, Integer.reverseBytes(200_000_000));

        assertThat(drawing(tiff, true)).isLessThan(BOUND);
    }

    @Test
    void samples_of_an_odd_width_are_not_drawn_by_a_table_of_all_their_values() throws IOException {
        Path tiff = SampleGeoTiff.named("hills.tif").writeTo(folder);
        Damage.overwrite(tiff, BITS + 8, (byte) 26);

        assertThat(drawing(tiff, false)).isLessThan(BOUND);
    }

    private static TiffImage image(int width, int height, int bands, int bits, int rows) {
        Map<Integer, TiffField> fields = new HashMap<>();
        Map<Integer, TiffEntry> entries = new HashMap<>();
        Map.of(
                        TiffImage.WIDTH, width,
                        TiffImage.HEIGHT, height,
                        TiffImage.SAMPLES, bands,
                        TiffImage.BITS, bits,
                        TiffImage.ROWS_PER_STRIP, rows,
                        TiffImage.COMPRESSION, 8)
                .forEach((tag, value) -> {
                    fields.put(tag, new TiffField(4, 1, ByteBuffer.allocate(4).putInt(0, value)));
                    entries.put(tag, new TiffEntry(4, 1, 0, 0));
                });
        int strips = (height + rows - 1) / rows;
        entries.put(TiffImage.STRIP_OFFSETS, new TiffEntry(4, strips, 0, 0));
        entries.put(TiffImage.STRIP_LENGTHS, new TiffEntry(4, strips, 0, 0));
        return new TiffImage("many.tif", 1 << 20, fields, entries);
    }

    @Test
    void a_picture_of_many_bands_is_smaller_than_asked_for() {
        DrawableTiff drawable =
                DrawableTiff.of(image(2000, 2000, 2048, 64, 1), 1000, 2000).orElseThrow();

        long side = 2000 / drawable.step();
        assertThat(side * side * 2048 * 8).isBetween(1L, 16L << 20);
        assertThat(DrawableTiff.of(image(2000, 2000, 3, 8, 1), 1000, 500).map(DrawableTiff::step))
                .hasValue(4);
    }

    @Test
    void an_image_is_not_drawn_whose_blocks_are_too_large_unpacked_or_packed() {
        assertThat(DrawableTiff.of(image(8000, 8000, 3, 8, 8000), 1000, 500)).isEmpty();
        assertThat(DrawableTiff.of(image(800, 800, 3, 8, 8), 2L << 30, 500)).isEmpty();
        assertThat(DrawableTiff.of(image(800, 800, 3, 8, 8), 1000, 500)).isPresent();
    }

    @Test
    void an_image_with_more_strips_than_any_picture_needs_is_not_drawn() {
        assertThat(DrawableTiff.of(image(10, 2_000_000, 1, 8, 1), 1000, 500)).isEqualTo(Optional.empty());
    }
}
