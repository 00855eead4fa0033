package org.batchuploader.geotools.vector;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.testkit.sample.Damage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlatGeobufFormatTest {
    @TempDir
    private Path folder = Path.of("");

    private Delivery delivery = new Delivery(folder);

    @BeforeEach
    void begin() {
        delivery = new Delivery(folder);
    }

    @Test
    void features_are_read_with_an_index_before_them_and_without() throws IOException {
        for (boolean indexed : new boolean[] {true, false}) {
            Path file = SampleFlatGeobuf.write(folder.resolve("lots.fgb"), 9, indexed);

            Inspection inspection = delivery.inspect(file);

            assertThat(requireNonNull(inspection.crs()).code()).isEqualTo("EPSG:3857");
            assertThat(inspection.extent()).isEqualTo(new Envelope(0, 0, 9, 1));
            assertThat(requireNonNull(inspection.vector()).count()).isEqualTo(9);
            assertThat(delivery.published(file)).contains("\"number\":8,\"text\":\"Zürich\"");
        }
    }

    @Test
    void a_file_that_is_cut_off_is_damaged() throws IOException {
        Path file = SampleFlatGeobuf.write(folder.resolve("lots.fgb"), 9, false);

        assertThat(Delivery.codes(delivery.inspect(Damage.cutInHalf(file))))
                .containsExactly(ProblemCode.RECORD_DAMAGED);
    }

    @Test
    void whatever_byte_is_wrong_comes_back_as_a_problem() throws IOException {
        byte[] whole = Files.readAllBytes(SampleFlatGeobuf.write(folder.resolve("lots.fgb"), 3, true));
        Random random = new Random(7);
        Path file = folder.resolve("broken.fgb");
        for (int i = 0; i < 1000; i++) {
            byte[] broken = whole.clone();
            for (int b = 0; b <= i % 4; b++) {
                broken[8 + random.nextInt(broken.length - 8)] = (byte) random.nextInt(256);
            }
            Inspection inspection = delivery.inspect(Files.write(file, broken));
            assertThat(inspection.vector() != null || !inspection.problems().isEmpty())
                    .isTrue();
        }
    }
}
