package org.batchuploader.geotools.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.Discovery.Found;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.inspect.Desk;
import org.batchuploader.testkit.sample.SampleArchive;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveFormatsTest {
    @TempDir
    private Path folder = Path.of("");

    private Desk desk() {
        return new Desk(new GeoToolsInspector(), folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tar", "tar.gz", "tgz", "tar.bz2", "tbz2", "tar.xz", "txz", "7z", "zip"})
    void finds_every_dataset_in_the_folders_of_an_archive(String extension) throws IOException {
        List<Path> files = SampleShapefile.points("roads").writeTo(folder);
        Path archive = new SampleArchive()
                .files("north/", files)
                .entry("north/readme.txt", new byte[3000])
                .files("south/", files)
                .writeTo(folder.resolve("atlas." + extension));

        Discovery discovery = desk().discover(List.of(archive));

        assertThat(discovery.problems()).isEmpty();
        assertThat(discovery.datasets())
                .extracting(Found::origin)
                .containsExactly("atlas." + extension + "/north/roads", "atlas." + extension + "/south/roads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tar", "tar.gz", "7z", "zip"})
    void reads_what_it_unpacked(String extension) throws IOException {
        Path archive = new SampleArchive()
                .files("", SampleShapefile.points("roads").writeTo(folder))
                .writeTo(folder.resolve("roads." + extension));

        Inspection inspection = desk().inspect(List.of(archive), Correction.NONE);

        assertThat(inspection.problems()).isEmpty();
        assertThat(Objects.requireNonNull(inspection.vector()).count()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz"})
    void takes_a_single_packed_file_for_an_archive_of_one(String extension) throws IOException {
        Path tiff = SampleGeoTiff.named("hills.tif").writeTo(folder);
        Path packed = SampleArchive.pack(tiff, folder.resolve("hills.tif." + extension));

        Discovery discovery = desk().discover(List.of(packed));

        assertThat(discovery.datasets())
                .singleElement()
                .extracting(Found::origin)
                .isEqualTo("hills.tif." + extension + "/hills");
        assertThat(desk().inspect(List.of(packed), Correction.NONE).format()).isEqualTo(Format.GEOTIFF);
    }

    @Test
    void opens_an_archive_by_what_it_is_not_by_what_it_is_called() throws IOException {
        Path archive = new SampleArchive()
                .files("", SampleShapefile.points("roads").writeTo(folder))
                .writeTo(folder.resolve("roads.7z"));

        Discovery discovery = desk().discover(List.of(Files.move(archive, folder.resolve("roads.zip"))));

        assertThat(discovery.datasets()).hasSize(1);
    }

    @Test
    void reads_long_and_foreign_names_in_a_tar() throws IOException {
        String deep = "a_folder_with_a_long_name/".repeat(6);
        List<Path> files = SampleShapefile.points("Straßen").writeTo(folder);
        Path archive = new SampleArchive().files(deep, files).writeTo(folder.resolve("deep.tar"));

        assertThat(desk().discover(List.of(archive)).datasets())
                .extracting(Found::origin)
                .containsExactly("deep.tar/" + deep + "Straßen");
    }

    @Test
    void looks_into_one_archive_within_another_of_any_kind() throws IOException {
        Path inner = new SampleArchive()
                .files("", SampleShapefile.points("roads").writeTo(folder))
                .writeTo(folder.resolve("inner.tar.xz"));
        Path middle = new SampleArchive().files("", List.of(inner)).writeTo(folder.resolve("middle.7z"));
        Path outer = new SampleArchive().files("", List.of(middle)).writeTo(folder.resolve("outer.tgz"));

        assertThat(desk().discover(List.of(middle)).datasets())
                .extracting(Found::origin)
                .containsExactly("middle.7z/inner.tar.xz/roads");
        assertThat(desk().discover(List.of(outer)).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.ARCHIVE_TOO_LARGE);
    }

    @Test
    void leaves_pictures_of_a_dataset_alone_but_takes_those_with_a_world_file() throws IOException {
        Path archive = new SampleArchive()
                .files("", SampleShapefile.points("roads").writeTo(folder))
                .entry("roads.png", (byte) 1)
                .entry("legend.jpg", (byte) 1)
                .entry("photo.jpg", (byte) 1)
                .entry("photo.jgw", (byte) 1)
                .writeTo(folder.resolve("atlas.zip"));

        assertThat(desk().discover(List.of(archive)).datasets())
                .extracting(Found::name)
                .containsExactly("roads", "photo");
    }
}
