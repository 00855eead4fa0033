package org.batchuploader.app.doctor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.batchuploader.app.service.Systems;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.UploaderBuilder;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.pipeline.Backoff;
import org.batchuploader.core.pipeline.Settings;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.user.Owner;
import org.batchuploader.geotools.GeoToolsInspector;

/** Publishes a layer of one point through everything that is configured, says each step, and removes it again. */
public final class Probe {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Backoff IMPATIENT = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(2), 2);
    private static final String POINT =
            """
            {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "probe"},
             "geometry": {"type": "Point", "coordinates": [7.44, 46.95]}}]}
            """;

    private final Systems systems;
    private final Consumer<String> told;

    /** @param told what happens, a line at a time */
    public Probe(Systems systems, Consumer<String> told) {
        this.systems = systems;
        this.told = told;
    }

    /** Whether it came through and is gone again. */
    public boolean run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("uploader-probe");
        try {
            UploaderBuilder builder = Uploader.builder(folder, new GeoToolsInspector())
                    .settings(new Settings(1, Duration.ofMinutes(1), IMPATIENT, 100, 10));
            try (Uploader uploader = systems.into(builder).build()) {
                uploader.onChange(change -> told.accept(
                        line(change.entry().state().toString(), change.entry().reason())));
                return through(uploader);
            }
        } finally {
            delete(folder);
        }
    }

    private boolean through(Uploader uploader) throws IOException, InterruptedException {
        Owner owner = systems.prober();
        String name = "uploader_probe_" + new Ids().upload().value().substring(0, 8);
        UploadId id = uploader.receive(
                        owner, name + ".geojson", new ByteArrayInputStream(POINT.getBytes(StandardCharsets.UTF_8)))
                .upload();
        UploadDetails end = uploader.awaitEnding(id, PATIENCE);
        end.layers().values().stream()
                .map(Layer::links)
                .forEach(links -> links.forEach(link -> told.accept("  " + link.rel() + " " + link.href())));
        end.datasets().stream()
                .flatMap(d -> d.problems().stream())
                .filter(Problem::isBlocking)
                .forEach(p -> told.accept("  -> " + p.hint()));
        boolean published = end.upload().state() == UploadState.PUBLISHED;
        uploader.desk(owner).cancel(id);
        boolean gone = gone(uploader, owner, name);
        told.accept(gone ? "  removed everywhere" : "  NOT removed: look for " + name + " in every system");
        return published && gone;
    }

    private static boolean gone(Uploader uploader, Owner owner, String name) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (uploader.desk(owner).layer(name).isPresent()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(100);
        }
        return true;
    }

    private static String line(String state, String reason) {
        return "  " + state.toLowerCase(Locale.ROOT) + ": " + reason;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
