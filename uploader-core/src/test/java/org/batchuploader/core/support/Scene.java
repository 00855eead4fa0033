package org.batchuploader.core.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.batchuploader.core.Stores;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.desk.Answer;
import org.batchuploader.core.desk.Desk;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.drop.DropFolder;
import org.batchuploader.core.drop.DropRefused;
import org.batchuploader.core.drop.Transfer;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.intake.Assembling;
import org.batchuploader.core.memory.InMemory;
import org.batchuploader.core.pipeline.Backoff;
import org.batchuploader.core.pipeline.Settings;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.task.TaskQueue.Depth;
import org.batchuploader.core.upload.DatasetState;
import org.batchuploader.core.user.Owner;
import org.jspecify.annotations.Nullable;

/** A file dropped by anna that is brought to a stage of its life and held there while a command comes. */
public final class Scene implements AutoCloseable {
    private static final Owner ANNA = Owner.named("anna");

    /** Where it is when the command comes. */
    public enum Stage {
        RECEIVED,
        QUEUED,
        INSPECTING,
        BEFORE_CATALOG,
        AFTER_CATALOG,
        BEFORE_PORTAL,
        AFTER_PORTAL,
        BEFORE_METADATA,
        AFTER_METADATA,
        PUBLISHED,
        NEEDS_CORRECTION,
        FAILED,
        CANCELLED;

        /** As the documentation has it. */
        public String words() {
            int cut = name().indexOf('_');
            boolean step = name().startsWith("BEFORE") || name().startsWith("AFTER");
            return step
                    ? "PUBLISHING, " + name().substring(0, cut).toLowerCase(Locale.ROOT) + " the effect of "
                            + name().substring(cut + 1)
                    : name();
        }
    }

    /** What comes. */
    public enum Command {
        CORRECTION,
        RETRY,
        CANCEL,
        DELETE,
        RENAME,
        DELIVERY
    }

    private final ScriptedRegistry catalog = new ScriptedRegistry("catalog");
    private final ScriptedRegistry portal = new ScriptedRegistry("portal");
    private final ScriptedRegistry metadata = new ScriptedRegistry("metadata");
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final InMemory memory;
    private final Path folder;
    private @Nullable HeldInspector held;
    private @Nullable Uploader uploader;
    private @Nullable DropFolder drop;
    private @Nullable UploadId upload;

    public Scene(Path folder) {
        this.folder = folder;
        this.memory = new InMemory(Clock.systemUTC(), new Ids());
    }

    /** Brings a delivery to that stage. */
    public void play(Stage stage) throws Exception {
        start(stage == Stage.INSPECTING ? inspectorHeld() : new WordInspector());
        switch (stage) {
            case RECEIVED -> upload = put("roads.shp", "good");
            case QUEUED -> {
                catalog.first(this::hold);
                deliver("worn");
                begun.await();
                upload = deliver("good");
                await().until(() -> details().datasets().stream().anyMatch(d -> d.state() == DatasetState.QUEUED));
            }
            case INSPECTING -> {
                upload = deliver("good");
                inspectorHeld().awaitBegun();
            }
            case BEFORE_CATALOG, BEFORE_PORTAL, BEFORE_METADATA -> {
                registry(stage).first(this::hold);
                upload = deliver("good");
                begun.await();
            }
            case AFTER_CATALOG, AFTER_PORTAL, AFTER_METADATA -> {
                registry(stage).then(this::hold);
                upload = deliver("good");
                begun.await();
            }
            case PUBLISHED -> ended("good");
            case NEEDS_CORRECTION -> ended("lost");
            case FAILED -> {
                metadata.first(() -> {
                    throw new RemoteRefused("Metadata", "no");
                });
                ended("good");
            }
            case CANCELLED -> {
                ended("good");
                desk().cancel(upload());
                idle();
            }
        }
    }

    /** Gives the command, lets everything go on to its end, and says what came of it: answer, state of the delivery, layers. */
    public String after(Command command) throws Exception {
        String answer = answer(command);
        goOn.countDown();
        if (held != null) {
            held.goOn();
        }
        idle();
        return answer + " → " + state() + ": " + layers();
    }

    /** How often an ending of the delivery was told. */
    public long told() {
        return desk().notices(null, 100).items().stream()
                .filter(notice -> upload().equals(notice.upload()))
                .count();
    }

    /** How often it came to an ending that is told. */
    public long endings() {
        Set<DatasetState> told = Set.of(DatasetState.PUBLISHED, DatasetState.NEEDS_CORRECTION, DatasetState.FAILED);
        return desk().find(upload()).map(UploadDetails::history).orElse(List.of()).stream()
                .filter(entry -> told.contains(entry.state()))
                .count();
    }

    private String answer(Command command) throws Exception {
        try {
            return switch (command) {
                case CORRECTION ->
                    details().datasets().isEmpty()
                            ? "nothing to correct"
                            : words(desk().correct(details().datasets().get(0).id(), Correction.crs("EPSG:4326")));
                case RETRY -> words(desk().retry(upload()));
                case CANCEL -> words(desk().cancel(upload()));
                case DELETE -> {
                    drop().delete("roads.shp");
                    yield "done";
                }
                case RENAME -> {
                    drop().rename("roads.shp", "streets.shp");
                    yield "done";
                }
                case DELIVERY -> {
                    UploadId other = deliver("worn");
                    yield other.equals(upload) ? "same upload" : "new upload";
                }
            };
        } catch (DropRefused e) {
            return "not now";
        }
    }

    private static String words(Answer answer) {
        return answer instanceof Answer.Done ? "done" : answer instanceof Answer.NotNow ? "not now" : "not found";
    }

    private void start(DatasetInspector inspector) throws IOException {
        Backoff fast = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20), 3);
        uploader = Uploader.builder(folder, inspector)
                .stores(new Stores(
                        memory.transactions(),
                        memory.uploads(),
                        memory.layers(),
                        memory.notices(),
                        memory.drops(),
                        memory.tasks()))
                .settings(new Settings(3, Duration.ofSeconds(10), fast, 100, 10))
                .assembling(new Assembling(Duration.ofMillis(1), Duration.ofMinutes(5)))
                .catalog(catalog)
                .portal(portal)
                .metadata(metadata)
                .build();
        drop = uploader.reception().folders().open(ANNA, "test");
    }

    private HeldInspector inspectorHeld() {
        if (held == null) {
            held = new HeldInspector(HeldInspector.At.INSPECTING);
        }
        return held;
    }

    private ScriptedRegistry registry(Stage stage) {
        return switch (Step.valueOf(stage.name().substring(stage.name().indexOf('_') + 1))) {
            case CATALOG -> catalog;
            case PORTAL -> portal;
            case METADATA -> metadata;
        };
    }

    private void hold() {
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ended(String word) throws Exception {
        upload = deliver(word);
        idle();
    }

    private UploadId deliver(String word) throws IOException {
        put("roads.shx", "x");
        put("roads.dbf", "x");
        return put("roads.shp", word);
    }

    private UploadId put(String name, String content) throws IOException {
        try (Transfer transfer = drop().write(name, 0)) {
            transfer.write(ByteBuffer.wrap(content.getBytes(UTF_8)));
            return transfer.commit().upload();
        }
    }

    /** Until nothing is on its way any more but what waits for files; what is closed has its task at once, so that is asked first. */
    private void idle() {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            boolean closed = memory.uploads().openSince(Instant.MAX, 9).stream()
                    .allMatch(open -> open.files().size() < 3);
            Depth depth = memory.tasks().depth();
            return closed && depth.waiting() + depth.claimed() == 0;
        });
    }

    private String state() {
        if (desk().find(upload()).isEmpty()) {
            return "gone";
        }
        List<String> states = details().datasets().stream()
                .map(dataset -> dataset.state().name())
                .toList();
        return states.isEmpty() ? details().upload().state().name() : String.join(", ", states);
    }

    /** The same in all systems, or what each has. */
    private String layers() {
        Set<Set<String>> all = List.of(catalog, portal, metadata).stream()
                .map(registry -> (Set<String>) new TreeSet<>(registry.content.keySet()))
                .collect(Collectors.toSet());
        Set<String> one = all.iterator().next();
        return all.size() > 1 ? "unlike " + all : one.isEmpty() ? "nothing" : String.join(" and ", one);
    }

    private UploadDetails details() {
        return desk().find(upload()).orElseThrow();
    }

    private Desk desk() {
        return uploader().desk(ANNA);
    }

    private UploadId upload() {
        return Objects.requireNonNull(upload);
    }

    private DropFolder drop() {
        return Objects.requireNonNull(drop);
    }

    private Uploader uploader() {
        return Objects.requireNonNull(uploader);
    }

    @Override
    public void close() {
        goOn.countDown();
        drop().close();
        uploader().close();
    }
}
