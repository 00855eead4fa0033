package org.batchuploader.testkit.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.batchuploader.core.builtin.BuiltInCatalog;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.testkit.publish.LayerCatalogContract;
import org.batchuploader.testkit.publish.SamplePublication;
import org.batchuploader.testkit.publish.Trouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class BuiltInCatalogTest extends LayerCatalogContract {
    @TempDir
    Path temp;

    private Path layers;
    private LayerCatalog catalog;

    @BeforeEach
    void begin() {
        layers = temp.resolve("layers");
        catalog = new BuiltInCatalog(layers, new CountingInspector());
    }

    @Override
    protected LayerCatalog catalog() {
        return catalog;
    }

    @Override
    protected OptionalLong served(String layerName) {
        Path geoJson = layers.resolve(layerName).resolve("data.geojson");
        return Files.exists(geoJson)
                ? OptionalLong.of(FailingDisk.read(geoJson)
                        .lines()
                        .filter(line -> line.contains("\"Feature\""))
                        .count())
                : OptionalLong.empty();
    }

    @Override
    protected List<Trouble> troubles() {
        return FailingDisk.of(layers);
    }

    @Test
    void the_original_holds_the_same_bytes_under_the_names_delivered() throws IOException {
        Publication publication =
                SamplePublication.shapefile(temp).base("Straße 1").write();

        catalog.publish(publication);

        try (ZipFile zip = new ZipFile(layers.resolve("roads/original.zip").toFile(), StandardCharsets.UTF_8)) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("Straße 1.shp", "Straße 1.shx", "Straße 1.dbf", "Straße 1.prj", "Straße 1.cpg");
            for (SourceFile file : publication.files().files()) {
                assertThat(zip.getInputStream(zip.getEntry(file.name())).readAllBytes())
                        .isEqualTo(Files.readAllBytes(file.path()));
            }
        }
    }

    @Test
    void the_original_is_what_was_delivered_also_when_something_else_is_published() throws IOException {
        Publication mended = SamplePublication.shapefile(temp).features(7).write();
        Publication delivered =
                SamplePublication.shapefile(temp).features(7).without("shx").write();

        catalog.publish(new Publication(
                mended.layer(),
                mended.name(),
                mended.title(),
                mended.owner(),
                mended.inspection(),
                mended.files(),
                delivered.files(),
                null,
                List.of(),
                mended.identifier(),
                "",
                Map.of(),
                mended.at()));

        assertThat(served("roads")).hasValue(7);
        try (ZipFile zip = new ZipFile(layers.resolve("roads/original.zip").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).noneMatch(name -> name.endsWith(".shx"));
        }
    }

    @Test
    void no_entry_of_the_original_is_a_path() throws IOException {
        catalog.publish(SamplePublication.geoTiff(temp).base("../../etc\\evil").write());

        try (ZipFile zip = new ZipFile(layers.resolve("roads/original.zip").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("evil.tif");
        }
    }

    @Test
    void a_write_that_breaks_off_leaves_what_was_there_before() throws IOException {
        catalog.publish(SamplePublication.shapefile(temp).features(7).write());
        Publication broken = SamplePublication.shapefile(temp).features(3).write();
        for (SourceFile file : broken.files().files()) {
            Files.delete(file.path());
        }

        assertThatThrownBy(() -> catalog.publish(broken))
                .isInstanceOf(RemoteUnavailable.class)
                .hasMessageContaining("could not publish roads");

        assertThat(served("roads")).hasValue(7);
        try (var files = Files.list(layers.resolve("roads"))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("data.geojson", "original.zip");
        }
    }

    @Test
    void removing_leaves_the_files_of_others_and_takes_the_folder_when_it_is_empty() throws IOException {
        Placement placement = catalog.publish(SamplePublication.shapefile(temp).write());
        Path page = Files.writeString(layers.resolve("roads/index.html"), "not the catalog's");

        catalog.remove(placement);
        assertThat(layers.resolve("roads")).isDirectoryContaining(page::equals);

        Files.delete(page);
        catalog.remove(placement);
        assertThat(layers).isEmptyDirectory();
    }
}
