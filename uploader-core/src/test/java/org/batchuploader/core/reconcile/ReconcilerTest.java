package org.batchuploader.core.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.Stores;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.UploaderBuilder;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.memory.InMemory;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.support.WordInspector;
import org.batchuploader.core.task.TaskQueue.Depth;
import org.batchuploader.core.user.Owner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-ins' folders, disturbed by hand while the uploader runs. */
class ReconcilerTest {
    private static final Owner ANNA = Owner.named("anna");

    @TempDir
    Path folder;

    private final InMemory memory = new InMemory(Clock.systemUTC(), new Ids());
    private final List<String> told = new ArrayList<>();
    private UploaderBuilder builder;
    private Uploader uploader;

    @BeforeEach
    void start() throws IOException {
        builder = Uploader.builder(folder, new WordInspector())
                .stores(new Stores(
                        memory.transactions(),
                        memory.uploads(),
                        memory.layers(),
                        memory.notices(),
                        memory.drops(),
                        memory.tasks()));
        uploader = builder.build();
    }

    @AfterEach
    void stop() {
        uploader.close();
    }

    @Test
    void what_is_missing_or_was_written_later_is_published_again() throws Exception {
        publish("roads");
        publish("rivers");
        assertThat(look(false).drifts()).isZero();
        Files.delete(file("roads", "record.xml"));
        Files.setLastModifiedTime(
                file("rivers", "data.geojson"), FileTime.from(Instant.now().plus(Duration.ofHours(1))));
        assertThat(look(false).isAmiss()).isTrue();
        assertThat(told).containsExactlyInAnyOrder("MISSING roads MENDABLE", "CHANGED rivers MENDABLE");
        assertThat(look(true).isAmiss()).isFalse();
        idle();
        assertThat(file("roads", "record.xml")).exists();
        assertThat(look(false).drifts()).isZero();
        assertThat(uploader.desk(ANNA).notices(null, 9).items()).hasSize(2);
    }

    @Test
    void a_folder_that_nobody_remembers_is_removed_and_its_name_is_free_again() throws Exception {
        publish("roads");
        Layer roads = memory.layers().named("roads").orElseThrow();
        memory.layers().delete(roads.id());
        assertThat(look(true).isAmiss()).isFalse();
        assertThat(told).containsExactly("ORPHAN roads QUEUED");
        idle();
        assertThat(folder.resolve("layers").resolve("roads")).doesNotExist();
        assertThat(memory.layers().named("roads")).isEmpty();
        assertThat(look(false).drifts()).isZero();
    }

    @Test
    void what_nothing_works_on_is_queued_again() throws Exception {
        publish("roads");
        Layer roads = memory.layers().named("roads").orElseThrow();
        memory.layers().update(roads.with(Layer.State.REMOVING, Instant.now()));
        assertThat(look(true).isAmiss()).isFalse();
        assertThat(told).containsExactly("IDLE roads QUEUED");
        idle();
        assertThat(memory.layers().named("roads")).isEmpty();
    }

    private Path file(String layer, String name) {
        return folder.resolve("layers").resolve(layer).resolve(name);
    }

    private Summary look(boolean fix) {
        told.clear();
        return builder.reconciler()
                .run(fix, drift -> told.add(drift.kind() + " " + drift.layer() + " " + drift.verdict()));
    }

    private void publish(String name) throws Exception {
        var content = new ByteArrayInputStream((name + ":good").getBytes(UTF_8));
        uploader.awaitEnding(uploader.receive(ANNA, name + ".zip", content).upload(), Duration.ofSeconds(20));
        idle();
    }

    private void idle() {
        await().until(() -> {
            Depth depth = memory.tasks().depth();
            return depth.waiting() + depth.claimed() == 0;
        });
    }
}
