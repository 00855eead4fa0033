package org.batchuploader.example;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.user.Owner;
import org.batchuploader.geotools.GeoToolsInspector;

/** The README's example: the uploader in a Java program, without a framework, a server or a database. */
final class EmbeddedUploader {
    private EmbeddedUploader() {}

    /** Publishes a zipped shapefile below {@code data}; supplies the CRS if the file lacks one. */
    static UploadDetails publish(Path data, Path zip, String crs) throws IOException, InterruptedException {
        try (Uploader uploader = Uploader.builder(data, new GeoToolsInspector()).build();
                InputStream content = Files.newInputStream(zip)) {
            Owner anna = Owner.named("anna");
            UploadId id = uploader.receive(anna, zip.getFileName().toString(), content)
                    .upload();
            UploadDetails end = uploader.awaitEnding(id, Duration.ofMinutes(1));
            if (end.upload().state().name().equals("NEEDS_CORRECTION")) {
                uploader.desk(anna).correct(end.datasets().get(0).id(), Correction.crs(crs));
                end = uploader.awaitEnding(id, Duration.ofMinutes(1));
            }
            return end;
        }
    }
}
