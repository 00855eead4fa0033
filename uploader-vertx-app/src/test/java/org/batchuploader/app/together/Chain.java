package org.batchuploader.app.together;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.app.config.ConfigurationLoader;
import org.batchuploader.app.service.Systems;
import org.batchuploader.core.Stores;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.desk.Desk;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.memory.InMemory;
import org.batchuploader.core.pipeline.Backoff;
import org.batchuploader.core.pipeline.Settings;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.task.Work;
import org.batchuploader.core.user.Owner;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.fake.FakeSystem;
import org.batchuploader.testkit.fake.Fakes;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;

/** An uploader in this process with the three fakes, all wired as the service wires them, and impatient. */
final class Chain implements AutoCloseable {
    static final String NEIGHBOUR = "neighbour";

    private static final Owner ANNA = Owner.named("anna");
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Backoff TWICE = new Backoff(Duration.ofMillis(10), Duration.ofMillis(20), 2);

    private final Path folder;
    private final Fakes fakes = new Fakes(0);
    private final Systems systems;
    private final Uploader uploader;
    private final InMemory memory = new InMemory(Clock.systemUTC(), new Ids());
    private final int[] asked = new int[3];

    /** A neighbour's layer is there from the start. */
    Chain(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve("fakes.yaml"), fakes.configuration());
        this.systems = new Systems(new ConfigurationLoader()
                .file(file)
                .environment(Map.of(
                        "UPLOADER_GEOSERVER_ANSWERLIMIT", "1500ms",
                        "UPLOADER_GEONODE_ANSWERLIMIT", "1500ms",
                        "UPLOADER_GEONODE_PATIENCE", "6s",
                        "UPLOADER_GEONODE_EDIT", "planners",
                        "UPLOADER_GEONETWORK_GROUP", "sample",
                        "UPLOADER_GEONETWORK_ANSWERLIMIT", "1500ms"))
                .load()
                .configuration());
        this.uploader = systems.into(Uploader.builder(folder.resolve("data"), new GeoToolsInspector())
                        .stores(new Stores(
                                memory.transactions(),
                                memory.uploads(),
                                memory.layers(),
                                memory.notices(),
                                memory.drops(),
                                memory.tasks()))
                        .settings(new Settings(1, Duration.ofMinutes(1), TWICE, 40, 5)))
                .build();
        uploader.awaitEnding(send(NEIGHBOUR), LONG);
    }

    Fakes fakes() {
        return fakes;
    }

    /** Sends a shapefile; when it has come to an ending, all is well with the fakes again, before anything is undone. */
    UploadDetails sent(String name) throws Exception {
        AutoCloseable listening = uploader.onChange(change -> {
            if (change.state().isEnding()) {
                fakes.all().forEach(fake -> fake.faults().clear());
            }
        });
        try {
            return uploader.awaitEnding(send(name), LONG);
        } finally {
            listening.close();
        }
    }

    /** Takes it down; the first removal that fails has all well again behind it. */
    void takeDown(UploadDetails upload) {
        desk().cancel(upload.upload().id());
    }

    /** Waits until nobody works on that layer any more: it is published, or gone. */
    Optional<Layer> settled(String name) {
        return await("the end of work on " + name).atMost(LONG).until(() -> desk().layer(name), layer -> layer.map(
                        l -> l.state() == Layer.State.PUBLISHED)
                .orElse(true));
    }

    /** Waits until it is gone, or its removal was given up; whether it was. */
    boolean keptAsWork(String name) {
        await("the removal of " + name)
                .atMost(LONG)
                .until(() -> desk().layer(name).isEmpty() || given(name));
        return desk().layer(name).isPresent();
    }

    private boolean given(String name) {
        var layer = desk().layer(name).map(Layer::id);
        return memory.tasks().dead(1000).stream()
                .anyMatch(dead -> layer.isPresent() && dead.work().equals(new Work.RemoveLayer(layer.get())));
    }

    /** What was asked of that system since {@link #begin}. */
    List<String> calls(int system) {
        List<String> all = fakes.all().get(system).calls();
        return all.subList(asked[system], all.size());
    }

    /** What is asked is counted anew; GeoNetwork's token is worth nothing any more, so that another is asked for. */
    void begin() {
        fakes.geoNetwork().forgetTokens();
        for (int i = 0; i < asked.length; i++) {
            asked[i] = fakes.all().get(i).calls().size();
        }
    }

    /** The text of the owner's newest notice. */
    String told() {
        return desk().notices(null, 1).items().stream()
                .findFirst()
                .map(notice -> notice.text())
                .orElse("");
    }

    /** Lines of what a fake holds that name a layer; jobs that are over are no more than history. */
    List<String> holds(FakeSystem fake, String name) {
        return fake.state()
                .lines()
                .map(String::strip)
                .filter(line -> line.contains(name) && !line.startsWith("job "))
                .toList();
    }

    private Desk desk() {
        return uploader.desk(ANNA);
    }

    private UploadId send(String name) throws IOException {
        Path parts = Files.createDirectories(folder.resolve(name));
        Path zip = new SampleZip()
                .files(SampleShapefile.points(name).rows(3).writeTo(parts))
                .writeTo(folder.resolve(name + ".zip"));
        return uploader.receive(ANNA, name + ".zip", new ByteArrayInputStream(Files.readAllBytes(zip)))
                .upload();
    }

    @Override
    public void close() throws IOException {
        fakes.all().forEach(fake -> fake.faults().clear());
        uploader.close();
        systems.close();
        fakes.close();
    }
}
