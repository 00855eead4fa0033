package org.batchuploader.geotools.raster;

import static org.assertj.core.api.Assertions.assertThat;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.RasterDescription;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.inspect.Desk;
import org.batchuploader.testkit.sample.SampleCrs;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.batchuploader.testkit.sample.SamplePicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RasterFormatsTest {
    private static final String GRID =
            "ncols 3\nnrows 2\nxllcorner 500000\nyllcorner 4000000\ncellsize 10\nNODATA_value -9999\n%s";
    private static final Envelope PICTURE = new Envelope(500000, 3999700, 500400, 4000000);

    @TempDir
    private Path folder = Path.of("");

    private final GeoToolsInspector inspector = new GeoToolsInspector();

    private DatasetFiles files(List<Path> files) throws IOException {
        return new Desk(inspector, folder).only(files);
    }

    private Inspection inspect(List<Path> files) throws IOException {
        return inspector.inspect(files(files), Correction.NONE, CrsHabits.NONE);
    }

    /** The GeoTIFF made of sound files. */
    private Path prepare(List<Path> files) throws IOException {
        DatasetFiles delivered = files(files);
        Inspection inspection = inspector.inspect(delivered, Correction.NONE, CrsHabits.NONE);
        assertThat(inspection.problems()).isEmpty();
        Path made = Files.createDirectories(folder.resolve("made"));
        List<Part> parts = inspector.prepare(delivered, inspection, Correction.NONE, (name, content) -> {
            Files.copy(content, made.resolve(name));
            return new Part(name, new Ids().blob(), Files.size(made.resolve(name)));
        });
        assertThat(parts).hasSize(1);
        Path tiff = made.resolve(parts.get(0).name());
        Inspection again = inspect(List.of(tiff));
        assertThat(again.problems()).noneMatch(Problem::isBlocking);
        assertThat(again.format()).isEqualTo(Format.GEOTIFF);
        assertThat(again.extent()).isEqualTo(inspection.extent());
        assertThat(again.crs()).isEqualTo(inspection.crs());
        assertThat(Objects.requireNonNull(again.raster()).bands())
                .isEqualTo(Objects.requireNonNull(inspection.raster()).bands());
        return tiff;
    }

    private static BufferedImage pixels(Path tiff) throws IOException {
        ImageReader reader = new TIFFImageReaderSpi().createReaderInstance();
        try (var in = new FileImageInputStream(tiff.toFile())) {
            reader.setInput(in);
            return reader.read(0);
        }
    }

    private List<Path> grid(String values) throws IOException {
        return List.of(
                Files.writeString(folder.resolve("dem.asc"), GRID.formatted(values)),
                Files.writeString(folder.resolve("dem.prj"), SampleCrs.NAD_83_UTM_17N));
    }

    @Test
    void describes_a_grid_of_whole_numbers() throws IOException {
        Inspection inspection = inspect(grid("1 2 3\n4 5 -9999\n"));

        assertThat(inspection.problems()).isEmpty();
        assertThat(inspection.format()).isEqualTo(Format.ARC_GRID);
        assertThat(inspection.raster()).isEqualTo(new RasterDescription(3, 2, List.of("int32"), "-9999"));
        assertThat(inspection.extent()).isEqualTo(new Envelope(500000, 4000000, 500030, 4000020));
        assertThat(Objects.requireNonNull(inspection.crs()).code()).isEqualTo("EPSG:26917");
    }

    @Test
    void makes_a_tiff_of_a_grid_with_its_values() throws IOException {
        Raster raster = pixels(prepare(grid("1.5 2,25 3e2\n-4 5 -9999\n"))).getRaster();

        float[] values = raster.getPixels(0, 0, 3, 2, (float[]) null);
        assertThat(values).containsExactly(1.5f, 2.25f, 300f, -4f, 5f, -9999f);
    }

    @ParameterizedTest
    @CsvSource({"1 2 3 4 5, cells", "1 2 3 4 5 water, water"})
    void says_what_is_wrong_with_the_cells_of_a_grid(String values, String word) throws IOException {
        Problem problem = inspect(grid(values)).problems().get(0);

        assertThat(problem.code()).isEqualTo(ProblemCode.RECORD_DAMAGED);
        assertThat(problem.sentence()).contains(word);
    }

    @Test
    void says_that_a_point_cloud_is_no_grid() throws IOException {
        List<Path> cloud = List.of(Files.writeString(folder.resolve("cloud.asc"), "1.0 2.0 3.0\n1.0 2.0 3.0\n"));

        assertThat(inspect(cloud).problems()).extracting(Problem::code).containsExactly(ProblemCode.FORMAT_UNSUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY
            })
    void makes_a_tiff_of_a_png_with_the_same_pixels(int type) throws IOException {
        SamplePicture picture = SamplePicture.named("map.png").of(type);
        List<Path> files = picture.writePlacedTo(folder, SampleCrs.NAD_83_UTM_17N);

        assertThat(inspect(files).extent()).isEqualTo(PICTURE);
        BufferedImage made = pixels(prepare(files));
        BufferedImage read = ImageIO.read(files.get(0).toFile());
        for (int at : new int[] {0, 5, 29}) {
            assertThat(Integer.toHexString(made.getRGB(at, at))).isEqualTo(Integer.toHexString(read.getRGB(at, at)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY})
    void makes_a_tiff_of_a_jpeg_without_touching_a_pixel(int type) throws IOException {
        List<Path> files = SamplePicture.named("photo.jpg").of(type).writePlacedTo(folder, SampleCrs.NAD_83_UTM_17N);

        assertThat(inspect(files).extent()).isEqualTo(PICTURE);
        Path tiff = prepare(files);

        assertThat(pixels(tiff).getRGB(20, 10))
                .isEqualTo(ImageIO.read(files.get(0).toFile()).getRGB(20, 10));
        byte[] jpeg = Files.readAllBytes(files.get(0));
        byte[] whole = Files.readAllBytes(tiff);
        assertThat(Arrays.copyOfRange(whole, whole.length - jpeg.length, whole.length))
                .isEqualTo(jpeg);
    }

    @Test
    void draws_grids_and_pngs() throws IOException {
        for (List<Path> sample :
                List.of(grid("1 2 3\n4 5 6"), SamplePicture.named("map.png").writePlacedTo(folder, SampleCrs.WGS_84))) {
            DatasetFiles files = files(sample);
            var png = new ByteArrayOutputStream();
            Inspection inspection = inspector.inspect(files, Correction.NONE, CrsHabits.NONE);
            assertThat(inspector.thumbnail(files, inspection, 16, png)).isTrue();
        }
    }

    @Test
    void believes_auxiliary_metadata_and_writes_it_into_the_tiff() throws IOException {
        Path tiff = SampleGeoTiff.named("hills.tif").unreferenced().writeTo(folder);
        Path auxiliary = Files.writeString(
                folder.resolve("hills.tif.aux.xml"),
                "<PAMDataset><SRS>%s</SRS><GeoTransform>500000, 10, 0, 4000000, 0, -10</GeoTransform></PAMDataset>"
                        .formatted(SampleCrs.NAD_83_UTM_17N.replace("\"", "&quot;")));
        Raster before = pixels(tiff).getRaster();

        Path made = prepare(List.of(tiff, auxiliary));

        assertThat(Objects.requireNonNull(inspect(List.of(made)).crs()).code()).isEqualTo("EPSG:26917");
        assertThat(pixels(made).getRaster().getPixel(3, 3, (int[]) null))
                .isEqualTo(before.getPixel(3, 3, (int[]) null));
    }

    @Test
    void writes_the_place_of_a_world_file_into_a_big_tiff() throws IOException {
        SampleGeoTiff sample = SampleGeoTiff.named("photo.tif").unreferenced().bigTiff();
        Path prj = Files.writeString(folder.resolve("photo.prj"), SampleCrs.WGS_84);

        prepare(List.of(
                sample.writeTo(folder), sample.writeWorldFileTo(folder, List.of(-80.0, 34.0, -79.0, 35.0)), prj));
    }

    @Test
    void leaves_a_geotiff_alone_that_says_where_it_lies() throws IOException {
        DatasetFiles files = files(List.of(SampleGeoTiff.named("hills.tif").writeTo(folder)));
        Inspection inspection = inspector.inspect(files, Correction.NONE, CrsHabits.NONE);

        assertThat(inspector.prepare(files, inspection, Correction.NONE, (name, content) -> {
                    throw new AssertionError("stored " + name);
                }))
                .isEmpty();
    }

    @Test
    void does_not_follow_entities_of_auxiliary_metadata() throws IOException {
        Path tiff = SampleGeoTiff.named("hills.tif").writeTo(folder);
        Path hostile = Files.writeString(
                folder.resolve("hills.tif.aux.xml"),
                "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><PAMDataset><SRS>&e;</SRS></PAMDataset>");

        assertThat(inspect(List.of(tiff, hostile)).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.isBlocking()).isFalse();
            assertThat(problem.sentence()).contains("hills.tif.aux.xml");
        });
    }

    @Test
    void says_that_a_picture_without_a_world_file_is_not_georeferenced() throws IOException {
        Path picture = SamplePicture.named("photo.jpg").writeTo(folder);

        Inspection inspection = inspector.inspect(
                new DatasetFiles("photo", List.of(new SourceFile("photo.jpg", picture))),
                Correction.NONE,
                CrsHabits.NONE);

        assertThat(inspection.problems()).extracting(Problem::code).containsExactly(ProblemCode.NOT_GEOREFERENCED);
    }
}
