package org.batchuploader.testkit.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.Discovery.Found;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.testkit.sample.Damage;
import org.batchuploader.testkit.sample.SampleCrs;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link DatasetInspector} does with shapefiles, GeoTIFFs and zips. */
public abstract class DatasetInspectorContract {
    @TempDir
    protected Path folder = Path.of("");

    /** Inspects and keeps no state between tests. */
    protected abstract DatasetInspector inspector();

    private @Nullable Desk seated;

    @BeforeEach
    void sitDown() throws IOException {
        seated = new Desk(inspector(), Files.createDirectory(folder.resolve("blobs")));
    }

    protected final Desk desk() {
        return Objects.requireNonNull(seated);
    }

    @Test
    void describes_a_sound_shapefile() throws IOException {
        Inspection inspection = desk().inspect(SampleShapefile.polygons("lots").writeTo(folder), Correction.NONE);

        assertThat(inspection.problems()).isEmpty();
        assertThat(inspection.format()).isEqualTo(Format.SHAPEFILE);
        var vector = Objects.requireNonNull(inspection.vector());
        assertThat(vector.count()).isEqualTo(10);
        assertThat(vector.geometryType()).isEqualTo("Polygon");
        assertThat(vector.fields())
                .extracting("type")
                .containsExactly("integer", "string", "number", "date", "boolean");
        assertThat(vector.sample().get(0)).containsExactly("1", "Name 1", "0.00", "2024-02-29", "true");
        assertThat(Objects.requireNonNull(inspection.crs()).code()).isEqualTo("EPSG:4326");
    }

    @Test
    void finds_every_shapefile_in_the_folders_of_a_zip() throws IOException {
        List<Path> files = SampleShapefile.points("roads").writeTo(folder);
        Path zip = new SampleZip()
                .files("north/", files)
                .files("south/", files)
                .entry("__MACOSX/north/._roads.shp", (byte) 0)
                .writeTo(folder.resolve("atlas.zip"));

        Discovery discovery = desk().discover(List.of(zip));

        assertThat(discovery.problems()).isEmpty();
        assertThat(discovery.datasets())
                .extracting(Found::origin)
                .containsExactlyInAnyOrder("atlas.zip/north/roads", "atlas.zip/south/roads");
    }

    @Test
    void groups_loose_files_by_base_name_without_case() throws IOException {
        List<Path> files = SampleShapefile.points("roads").writeTo(folder);
        Path shouting = Files.move(files.get(0), folder.resolve("ROADS.SHP"));

        Discovery discovery = desk().discover(List.of(shouting, files.get(1), files.get(2)));

        assertThat(discovery.datasets()).singleElement().satisfies(found -> {
            assertThat(found.parts()).hasSize(3);
            assertThat(found.problems()).isEmpty();
        });
    }

    @Test
    void names_the_part_that_is_missing() throws IOException {
        List<Path> files = SampleShapefile.points("roads").writeTo(folder);

        Discovery discovery = desk().discover(List.of(files.get(0), files.get(1)));

        assertThat(discovery.datasets().get(0).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.PART_MISSING);
            assertThat(problem.sentence()).contains("roads.dbf");
        });
    }

    @Test
    void does_without_an_index() throws IOException {
        List<Path> files = SampleShapefile.lines("roads").writeTo(folder);

        Inspection inspection = desk().inspect(List.of(files.get(0), files.get(2), files.get(3)), Correction.NONE);

        assertThat(codes(inspection)).containsExactly(ProblemCode.SHX_REBUILT);
        assertThat(Objects.requireNonNull(inspection.vector()).count()).isEqualTo(10);
    }

    @Test
    void offers_candidates_when_the_crs_is_missing_and_takes_the_chosen_one() throws IOException {
        List<Path> files = SampleShapefile.points("roads").crs(null).writeTo(folder);

        Inspection without = desk().inspect(files, Correction.NONE);
        Inspection with = desk().inspect(files, Correction.crs("EPSG:4267"));

        assertThat(codes(without)).containsExactly(ProblemCode.CRS_MISSING);
        assertThat(without.problems().get(0).candidates())
                .hasSizeBetween(3, 20)
                .extracting("code")
                .startsWith("EPSG:4326", "EPSG:4269", "EPSG:4267");
        assertThat(with.problems()).isEmpty();
        assertThat(Objects.requireNonNull(with.crs()).code()).isEqualTo("EPSG:4267");
    }

    @Test
    void says_that_a_chosen_crs_does_not_exist() throws IOException {
        List<Path> files = SampleShapefile.points("roads").writeTo(folder);

        assertThat(codes(desk().inspect(files, Correction.crs("EPSG:1"))))
                .containsExactly(ProblemCode.CRS_UNRECOGNISED);
    }

    @Test
    void puts_the_extent_into_degrees_longitude_first() throws IOException {
        List<Path> files = SampleShapefile.points("roads")
                .crs(SampleCrs.NAD_83_UTM_17N)
                .within(500_000, 3_900_000, 600_000, 4_000_000)
                .writeTo(folder);

        var extent =
                Objects.requireNonNull(desk().inspect(files, Correction.NONE).geographicExtent());

        assertThat(extent.minX()).isCloseTo(-81, within(0.01));
        assertThat(extent.minY()).isBetween(35.0, 36.0);
    }

    @Test
    void calls_half_a_shapefile_damaged() throws IOException {
        List<Path> files = SampleShapefile.polygons("lots").writeTo(folder);
        Damage.cutInHalf(files.get(0));

        Inspection inspection = desk().inspect(files, Correction.NONE);

        assertThat(codes(inspection)).contains(ProblemCode.RECORD_DAMAGED);
        assertThat(inspection.problems()).anyMatch(Problem::isBlocking);
    }

    @Test
    void calls_a_shapefile_without_features_empty() throws IOException {
        assertThat(codes(desk().inspect(SampleShapefile.points("none").rows(0).writeTo(folder), Correction.NONE)))
                .containsExactly(ProblemCode.EMPTY_DATASET);
    }

    @Test
    void reads_text_in_the_chosen_charset() throws IOException {
        List<Path> files = SampleShapefile.points("towns")
                .text("Łódź")
                .charset(Charset.forName("windows-1250"))
                .undeclared()
                .writeTo(folder);

        var vector = desk().inspect(files, Correction.charset("windows-1250")).vector();

        assertThat(Objects.requireNonNull(vector).sample().get(0)).contains("Łódź 1");
    }

    @Test
    void describes_a_geotiff() throws IOException {
        Inspection inspection =
                desk().inspect(List.of(SampleGeoTiff.named("hills.tif").writeTo(folder)), Correction.NONE);

        assertThat(inspection.problems()).isEmpty();
        var raster = Objects.requireNonNull(inspection.raster());
        assertThat(raster.width()).isEqualTo(64);
        assertThat(raster.bands()).containsExactly("uint8");
        assertThat(Objects.requireNonNull(inspection.extent()).maxY()).isCloseTo(37, within(1e-9));
        assertThat(Objects.requireNonNull(inspection.crs()).code()).isEqualTo("EPSG:4326");
    }

    @Test
    void refuses_an_image_that_is_nowhere() throws IOException {
        Path tiff = SampleGeoTiff.named("photo.tif").unreferenced().writeTo(folder);

        assertThat(codes(desk().inspect(List.of(tiff), Correction.NONE)))
                .containsExactly(ProblemCode.NOT_GEOREFERENCED);
    }

    @Test
    void says_which_format_is_not_supported() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.docx"), "Dear");

        assertThat(desk().discover(List.of(file)).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.FORMAT_UNSUPPORTED);
            assertThat(problem.sentence()).contains(".docx");
        });
    }

    @Test
    void draws_shapes_and_images_no_larger_than_asked() throws IOException {
        for (List<Path> files : List.of(
                SampleShapefile.polygons("lots").writeTo(folder),
                List.of(SampleGeoTiff.named("hills.tif").size(700, 300).writeTo(folder)))) {
            DatasetFiles dataset = desk().only(files);
            var png = new ByteArrayOutputStream();

            assertThat(inspector()
                            .thumbnail(
                                    dataset, inspector().inspect(dataset, Correction.NONE, CrsHabits.NONE), 256, png))
                    .isTrue();

            assertThat(png.toByteArray()).startsWith((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G');
        }
    }

    @Test
    void writes_as_many_features_as_asked() throws IOException {
        DatasetFiles dataset =
                desk().only(SampleShapefile.polygons("lots").rows(100).writeTo(folder));
        var json = new ByteArrayOutputStream();

        long written =
                inspector().geoJson(dataset, inspector().inspect(dataset, Correction.NONE, CrsHabits.NONE), 7, json);

        assertThat(written).isEqualTo(7);
        assertThat(json.toString(StandardCharsets.UTF_8).split("\"type\":\"Feature\""))
                .hasSize(8);
    }

    @Test
    void knows_horizontal_codes_only() {
        assertThat(inspector().crs("EPSG:2056"))
                .hasValueSatisfying(crs -> assertThat(crs.name()).contains("LV95"));
        assertThat(inspector().crs("EPSG:5773")).isEmpty();
        assertThat(inspector().crs("nonsense")).isEmpty();
    }

    protected static List<ProblemCode> codes(Inspection inspection) {
        return inspection.problems().stream().map(Problem::code).toList();
    }
}
