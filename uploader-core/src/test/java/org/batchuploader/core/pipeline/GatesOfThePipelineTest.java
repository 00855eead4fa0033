package org.batchuploader.core.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.core.support.ManualClock;
import org.batchuploader.core.support.ScriptedRegistry;
import org.batchuploader.core.support.WordInspector;
import org.batchuploader.core.upload.HistoryEntry;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.user.Owner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Systems that are away or hang, seen from the pipeline. */
class GatesOfThePipelineTest {
    private static final Owner ANNA = Owner.named("anna");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int UPLOADS = 6;
    private static final int FAILURES = 2;
    private static final Duration CLOSED = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private final AtomicBoolean away = new AtomicBoolean();
    private final CountDownLatch released = new CountDownLatch(1);
    private final ScriptedRegistry catalog = new ScriptedRegistry("catalog");
    private final ScriptedRegistry metadata = new ScriptedRegistry("metadata");
    private Uploader uploader;

    @BeforeEach
    void start() throws IOException {
        Backoff fast = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20), FAILURES + 1);
        uploader = Uploader.builder(folder, new WordInspector())
                .clock(clock)
                // The clock is put on by minutes while tasks run, which must not cost them their leases.
                .settings(new Settings(3, Duration.ofDays(1), fast, 100, 10))
                .gates(new GateRules(FAILURES, CLOSED, CLOSED, 2))
                .catalog(catalog)
                .metadata(metadata)
                .build();
    }

    @AfterEach
    void stop() {
        released.countDown();
        uploader.close();
    }

    @Test
    void tasks_outlast_a_system_that_is_away_without_using_up_their_attempts_and_without_a_row_for_each_try()
            throws Exception {
        away.set(true);
        for (int i = 0; i < 3 * UPLOADS; i++) {
            metadata.first(this::beAway);
        }
        List<UploadId> ids = new ArrayList<>(List.of(receive(0)));
        await().atMost(LONG).until(() -> {
            clock.advance(Duration.ofMillis(10));
            return gate(Step.METADATA).state() == Gate.State.OPEN;
        });
        for (int i = 1; i < UPLOADS; i++) {
            ids.add(receive(i));
        }
        await().atMost(LONG).until(() -> catalog.content.size() == UPLOADS);
        assertThat(gate(Step.CATALOG).state()).isEqualTo(Gate.State.CLOSED);
        assertThat(metadata.calls).hasSize(FAILURES);
        away.set(false);
        await().atMost(LONG).until(() -> {
            clock.advance(CLOSED);
            return metadata.content.size() == UPLOADS;
        });
        for (UploadId id : ids) {
            UploadDetails end = uploader.awaitEnding(id, LONG);
            assertThat(end.upload().state()).isEqualTo(UploadState.PUBLISHED);
            assertThat(end.history())
                    .extracting(HistoryEntry::reason)
                    .filteredOn("trying again"::equals)
                    .hasSize(id.equals(ids.get(0)) ? FAILURES : 0);
        }
        assertThat(gate(Step.METADATA).state()).isEqualTo(Gate.State.CLOSED);
    }

    @Test
    void a_system_that_hangs_does_not_have_all_workers() throws Exception {
        for (int i = 0; i < UPLOADS; i++) {
            metadata.first(this::hang);
        }
        List<UploadId> ids = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            ids.add(receive(i));
        }
        await().atMost(LONG).until(() -> catalog.content.size() == UPLOADS);
        assertThat(gate(Step.METADATA).inside()).isEqualTo(2);
        assertThat(metadata.content).isEmpty();
        released.countDown();
        await().atMost(LONG).until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return metadata.content.size() == UPLOADS;
        });
        for (UploadId id : ids) {
            UploadDetails end = uploader.awaitEnding(id, LONG);
            assertThat(end.upload().state()).isEqualTo(UploadState.PUBLISHED);
            assertThat(end.history())
                    .as("begun once with the catalog, and once with the metadata")
                    .extracting(HistoryEntry::reason)
                    .filteredOn("inspecting"::equals)
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    private void beAway() {
        if (away.get()) {
            throw new RemoteUnavailable("GeoNetwork", "time-out");
        }
    }

    private void hang() {
        try {
            assertThat(released.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new RemoteUnavailable("GeoNetwork", "interrupted", e);
        }
    }

    private Gate.Status gate(Step step) {
        return uploader.gates().stream()
                .filter(g -> g.step() == step)
                .findFirst()
                .orElseThrow();
    }

    private UploadId receive(int number) throws IOException {
        String base = "layer" + number;
        return uploader.receive(ANNA, base + ".zip", new ByteArrayInputStream((base + ":good").getBytes(UTF_8)))
                .upload();
    }
}
