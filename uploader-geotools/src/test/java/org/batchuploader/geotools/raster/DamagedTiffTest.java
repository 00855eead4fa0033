package org.batchuploader.geotools.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
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
import org.batchuploader.core.inspect.Severity;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.inspect.Desk;
import org.batchuploader.testkit.sample.Damage;
import org.batchuploader.testkit.sample.SampleCrs;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.batchuploader.testkit.sample.SamplePicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamagedTiffTest {
    /** Of the first directory's first entry, which is the width; the value follows eight bytes later. */
    private static final int WIDTH_FIELD = 10;

    private static final int BITS_ENTRY = 2;
    private static final int SCALE_ENTRY = 9;

    private static final int COMPRESSION_FIELD = WIDTH_FIELD + 3 * 12;

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
    void draws_nothing_of_pixels_that_cannot_be_inflated() throws IOException {
        Path tiff = SampleGeoTiff.named("hills.tif").writeTo(folder);
        Damage.overwrite(tiff, COMPRESSION_FIELD + 8, (byte) 8);
        var desk = new Desk(new GeoToolsInspector(), folder);
        var png = new ByteArrayOutputStream();

        assertThat(new GeoToolsInspector()
                        .thumbnail(desk.only(List.of(tiff)), desk.inspect(List.of(tiff), Correction.NONE), 100, png))
                .isFalse();
        assertThat(png.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "5", "7", "10", "11", "12"})
    void a_number_of_an_unusual_type_is_read_all_the_same_or_refused(byte type) throws IOException {
        for (int entry : new int[] {BITS_ENTRY, SCALE_ENTRY}) {
            Path tiff = SampleGeoTiff.named("hills.tif").writeTo(folder);

            Inspection inspection = inspect(Damage.overwrite(tiff, WIDTH_FIELD + 12L * entry + 2, type));

            assertThat(inspection.problems()).noneMatch(p -> p.sentence().contains("cannot be made sense of"));
        }
    }

    @Test
    void an_image_with_a_corner_off_the_earth_has_no_footprint_and_is_no_fault_of_our_disk() throws IOException {
        Path tiff = SampleGeoTiff.named("disk.tif")
                .projected(32617)
                .within(1e75, 0, 2e75, 1e75)
                .writeTo(folder);
        var desk = new Desk(new GeoToolsInspector(), folder);
        var json = new ByteArrayOutputStream();

        assertThat(new GeoToolsInspector()
                        .geoJson(desk.only(List.of(tiff)), desk.inspect(List.of(tiff), Correction.NONE), 10, json))
                .isZero();
        assertThat(json.size()).isZero();
    }

    @Test
    void says_that_text_is_no_tiff() throws IOException {
        assertOnly(
                inspect(Files.writeString(folder.resolve("hills.tif"), "no image at all")),
                ProblemCode.FORMAT_UNSUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({
        "34887, LERC, FATAL",
        "50001, WebP, FATAL",
        "34712, JPEG 2000, FATAL",
        "50000, Zstandard, INFO",
        "7, JPEG, INFO"
    })
    void names_the_compression_that_it_does_not_draw(int method, String title, Severity severity) throws IOException {
        Path tiff = SampleGeoTiff.named("hills.tif").writeTo(folder);

        Inspection inspection =
                inspect(Damage.overwrite(tiff, COMPRESSION_FIELD + 8, (byte) method, (byte) (method >> 8)));

        assertThat(inspection.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.FORMAT_UNSUPPORTED);
            assertThat(problem.severity()).isEqualTo(severity);
            assertThat(problem.sentence()).contains(title);
        });
    }

    @Test
    void notices_a_png_and_a_jpeg_that_claim_more_pixels_than_their_bytes_can_hold() throws IOException {
        SamplePicture picture = SamplePicture.named("map.png");
        List<Path> png = picture.writePlacedTo(folder, SampleCrs.NAD_83_UTM_17N);
        Damage.overwriteInt(png.get(0), 16, 100_000);
        Damage.overwriteInt(png.get(0), 20, 100_000);
        assertOnly(inspect(png.toArray(Path[]::new)), ProblemCode.RECORD_DAMAGED);

        List<Path> jpeg = SamplePicture.named("photo.jpg").writePlacedTo(folder, SampleCrs.NAD_83_UTM_17N);
        Damage.overwriteInt(jpeg.get(0), frame(jpeg.get(0)) + 5, 0xFFFFFFFF);
        assertOnly(inspect(jpeg.toArray(Path[]::new)), ProblemCode.RECORD_DAMAGED);
    }

    @Test
    void notices_a_png_that_is_cut_off_or_bent() throws IOException {
        List<Path> cut = SamplePicture.named("map.png").writePlacedTo(folder, SampleCrs.NAD_83_UTM_17N);
        assertOnly(inspect(Damage.cutInHalf(cut.get(0)), cut.get(1), cut.get(2)), ProblemCode.RECORD_DAMAGED);

        List<Path> bent = SamplePicture.named("bent.png").writePlacedTo(folder, SampleCrs.NAD_83_UTM_17N);
        Damage.overwrite(bent.get(0), 60, (byte) 0x55, (byte) 0xAA, (byte) 0x55);
        assertOnly(inspect(bent.toArray(Path[]::new)), ProblemCode.RECORD_DAMAGED);
    }

    /** Where a JPEG's baseline frame begins, at its marker. */
    private static int frame(Path jpeg) throws IOException {
        byte[] bytes = Files.readAllBytes(jpeg);
        int at = 0;
        while (bytes[at] != (byte) 0xFF || bytes[at + 1] != (byte) 0xC0) {
            at++;
        }
        return at;
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
