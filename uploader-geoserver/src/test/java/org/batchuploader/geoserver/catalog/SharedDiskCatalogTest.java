package org.batchuploader.geoserver.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.testkit.publish.SamplePublication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedDiskCatalogTest extends FakedCatalog {
    private Path root() {
        return temp.resolve("shared");
    }

    @Override
    DataWay way() {
        return DataWay.sharedDisk(root(), root().toString());
    }

    @Override
    String carrying() {
        return "external.put";
    }

    @BeforeEach
    void share() throws IOException {
        fake.sharing(Files.createDirectories(root()));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(root())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root().relativize(file).toString().replaceAll("_[0-9a-z]{16,}", "_ID"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void files_lie_below_the_root_under_names_of_ours() throws IOException {
        catalog.publish(SamplePublication.shapefile(temp)
                .base("Straße 1")
                .at(Instant.ofEpochMilli(7))
                .write());

        assertThat(files())
                .containsExactly(
                        "up/roads_ID/7/roads.cpg",
                        "up/roads_ID/7/roads.dbf",
                        "up/roads_ID/7/roads.prj",
                        "up/roads_ID/7/roads.shp",
                        "up/roads_ID/7/roads.shx");
        assertThat(fake.state()).contains("/7/roads.shp");
    }

    @Test
    void of_a_layer_published_again_only_the_new_files_stay() throws IOException {
        catalog.publish(
                SamplePublication.geoTiff(temp).at(Instant.ofEpochMilli(7)).write());
        catalog.publish(SamplePublication.geoTiff(temp)
                .replacing()
                .at(Instant.ofEpochMilli(8))
                .write());

        assertThat(files()).containsExactly("up/roads_ID/8/roads.tif");
    }

    @Test
    void a_removed_layer_leaves_no_file_and_what_else_is_on_the_disk_stays() throws IOException {
        Path other = Files.writeString(root().resolve("not-ours.txt"), "x");
        Placement placement = catalog.publish(SamplePublication.shapefile(temp).write());

        catalog.remove(placement);

        assertThat(files()).containsExactly("not-ours.txt");
        assertThat(other).exists();
    }

    @Test
    void a_link_that_somebody_put_into_our_folder_is_not_followed() throws IOException {
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Path precious = Files.writeString(elsewhere.resolve("precious"), "x");
        Placement placement = catalog.publish(SamplePublication.shapefile(temp).write());
        try (Stream<Path> layers = Files.list(root().resolve("up"))) {
            Files.createSymbolicLink(layers.findFirst().orElseThrow().resolve("link"), elsewhere);
        }

        catalog.remove(placement);

        assertThat(precious).exists();
        assertThat(files()).isEmpty();
    }

    @Test
    void a_reference_that_leads_out_of_the_root_touches_nothing() throws IOException {
        Path precious =
                Files.writeString(Files.createDirectories(temp.resolve("a_b")).resolve("precious"), "x");

        for (String ref : List.of("../a_b/datastores", "../../a_b/datastores", "./../a_b/datastores")) {
            assertThatIllegalArgumentException()
                    .as(ref)
                    .isThrownBy(() -> catalog.remove(new Placement(ref, List.of())));
        }
        assertThat(precious).exists();
        assertThat(fake.calls()).isEmpty();
    }

    @Test
    void a_disk_that_cannot_be_written_to_is_not_the_owners_trouble() throws IOException {
        Files.delete(root());
        Files.writeString(root(), "a file where the folder should be");

        assertThatThrownBy(
                        () -> catalog.publish(SamplePublication.shapefile(temp).write()))
                .isInstanceOf(RemoteUnavailable.class)
                .hasMessageContaining("shared with GeoServer");
    }

    @Test
    void the_folder_as_geoserver_sees_it_is_absolute_and_plain() {
        for (String seen : List.of("data", "file:/data", "/data/../etc", "")) {
            assertThatIllegalArgumentException().as(seen).isThrownBy(() -> DataWay.sharedDisk(root(), seen));
        }
    }
}
