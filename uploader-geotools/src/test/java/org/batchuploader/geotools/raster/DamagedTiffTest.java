package org.batchuploader.geotools.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.inspect.Desk;
import org.batchuploader.testkit.sample.Damage;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedTiffTest {
    /** Of the first directory's first entry, which is the width; the value follows eight bytes later. */
    private static final int WIDTH_FIELD = 10;

    @TempDir
    private Path folder = Path.of("");

    private Inspection inspect(Path... files) throws IOException {
        return new Desk(new GeoToolsInspector(), folder).inspect(List.of(files), Correction.NONE);
    }

    private static void assertOnly(Inspection inspection, ProblemCode code) {
        assertThat(inspection.problems()).extracting(Problem::code).containsExactly(code);
    }

    @Test
    void does_not_believe_an_absurd_width() throws IOException {
        Path tiff = SampleGeoTiff.named("hills.tif").writeTo(folder);

        assertOnly(inspect(Damage.overwriteInt(tiff, WIDTH_FIELD + 8, 0x7FFFFF7F)), ProblemCode.RECORD_DAMAGED);
    }

    @Test
    void notices_that_pixels_are_cut_off() throws IOException {
        Path tiff = SampleGeoTiff.named("hills.tif").writeTo(folder);

        assertOnly(inspect(Damage.cutTo(tiff, Files.size(tiff) - 1)), ProblemCode.RECORD_DAMAGED);
    }

    @Test
    void notices_directories_that_lead_in_a_circle() throws IOException {
        Path tiff = SampleGeoTiff.named("hills.tif").writeTo(folder);
        int fields = Files.readAllBytes(tiff)[8];

        assertOnly(inspect(Damage.overwrite(tiff, 10 + 12L * fields, (byte) 8)), ProblemCode.RECORD_DAMAGED);
    }

    @Test
    void says_that_text_is_no_tiff() throws IOException {
        assertOnly(
                inspect(Files.writeString(folder.resolve("hills.tif"), "no image at all")),
                ProblemCode.FORMAT_UNSUPPORTED);
    }

    @Test
    void reads_big_tiffs() throws IOException {
        Inspection inspection = inspect(SampleGeoTiff.named("hills.tif")
                .bigTiff()
                .projected(32617)
                .within(0, 0, 64, 32)
                .writeTo(folder));

        assertThat(Objects.requireNonNull(inspection.crs()).code()).isEqualTo("EPSG:32617");
        assertThat(inspection.extent()).isEqualTo(new Envelope(0, 0, 64, 32));
    }

    @Test
    void takes_a_world_file_and_asks_for_the_crs() throws IOException {
        SampleGeoTiff photo = SampleGeoTiff.named("photo.tif").unreferenced();
        Path world = photo.writeWorldFileTo(folder, List.of(-80.0, 34.0, -79.0, 35.0));

        Inspection inspection = inspect(photo.writeTo(folder), world);

        assertOnly(inspection, ProblemCode.CRS_MISSING);
        assertThat(inspection.problems().get(0).candidates()).isNotEmpty();
        assertThat(Objects.requireNonNull(inspection.extent()).minX()).isEqualTo(-80.0);
    }
}
