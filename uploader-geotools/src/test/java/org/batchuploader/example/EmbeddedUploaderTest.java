package org.batchuploader.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.testkit.sample.SampleCrs;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedUploaderTest {
    @TempDir
    Path folder;

    @Test
    void publishes_a_layer_page_without_any_server() throws Exception {
        UploadDetails end = EmbeddedUploader.publish(folder.resolve("data"), zip(SampleCrs.WGS_84), "EPSG:4326");
        assertThat(end.upload().state()).isEqualTo(UploadState.PUBLISHED);
        Path layer = folder.resolve("data/layers/roads");
        assertThat(layer.resolve("index.html")).content().contains("roads", "EPSG:4326");
        assertThat(layer.resolve("data.geojson")).content().contains("FeatureCollection");
        assertThat(layer.resolve("record.xml")).content().contains("gmd:MD_Metadata");
        assertThat(layer.resolve("thumbnail.png")).exists();
        assertThat(layer.resolve("original.zip")).exists();
    }

    @Test
    void supplies_the_projection_that_the_file_lacks() throws Exception {
        UploadDetails end = EmbeddedUploader.publish(folder.resolve("data"), zip(null), "EPSG:4267");
        assertThat(end.upload().state()).isEqualTo(UploadState.PUBLISHED);
        assertThat(end.history()).extracting(h -> h.state().name()).contains("NEEDS_CORRECTION", "PUBLISHED");
        assertThat(folder.resolve("data/layers/roads/index.html")).content().contains("EPSG:4267");
    }

    private Path zip(String crs) throws Exception {
        Path parts = Files.createDirectories(folder.resolve("parts"));
        List<Path> files = SampleShapefile.lines("roads").crs(crs).rows(5).writeTo(parts);
        return new SampleZip().files(files).writeTo(folder.resolve("roads.zip"));
    }
}
