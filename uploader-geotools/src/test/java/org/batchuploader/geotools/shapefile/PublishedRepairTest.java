package org.batchuploader.geotools.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.user.Owner;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.sample.DamagedShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedRepairTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"dbf_missing", "record_moved", "shx_missing", "dbf_header_length_larger"})
    void publishes_what_was_repaired_and_keeps_what_was_delivered(String damage) throws Exception {
        DamagedShapefile damaged = DamagedShapefile.all().stream()
                .filter(d -> d.name().equals(damage))
                .findFirst()
                .orElseThrow();
        List<Path> files = damaged.writeTo(Files.createDirectory(folder.resolve("delivered")));

        UploadDetails end = publish(new SampleZip().files(files).writeTo(folder.resolve("lots.zip")));

        assertThat(end.upload().state()).isEqualTo(UploadState.PUBLISHED);
        Path layer = folder.resolve("data/layers/lots");
        assertThat(Files.readString(layer.resolve("data.geojson")).split("\"type\":\"Feature\""))
                .hasSize(11);
        assertThat(layer.resolve("thumbnail.png")).exists();
        try (ZipFile original = new ZipFile(layer.resolve("original.zip").toFile())) {
            assertThat(original.stream().map(ZipEntry::getName))
                    .containsExactlyInAnyOrderElementsOf(
                            files.stream().map(f -> f.getFileName().toString()).toList());
            for (Path file : files) {
                ZipEntry entry = original.getEntry(file.getFileName().toString());
                try (InputStream kept = original.getInputStream(entry)) {
                    assertThat(kept.readAllBytes()).isEqualTo(Files.readAllBytes(file));
                }
            }
        }
    }

    private UploadDetails publish(Path zip) throws IOException, InterruptedException {
        try (Uploader uploader = Uploader.builder(folder.resolve("data"), new GeoToolsInspector())
                        .build();
                InputStream content = Files.newInputStream(zip)) {
            return uploader.awaitEnding(
                    uploader.receive(Owner.named("anna"), "lots.zip", content).upload(), Duration.ofMinutes(1));
        }
    }
}
