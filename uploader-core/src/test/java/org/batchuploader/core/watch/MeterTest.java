package org.batchuploader.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.pipeline.Backoff;
import org.batchuploader.core.pipeline.Settings;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.core.support.ScriptedRegistry;
import org.batchuploader.core.support.WordInspector;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.user.Owner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong received = new AtomicLong();
    private final ScriptedRegistry catalog = new ScriptedRegistry("catalog");

    private final Meter meter = new Meter() {
        @Override
        public Timing task(Claim claim) {
            told.add("begin " + claim.work().getClass().getSimpleName());
            return ending -> told.add(claim.work().getClass().getSimpleName() + " " + ending);
        }

        @Override
        public Timing stage(Stage stage) {
            return ending -> told.add(stage + " " + ending);
        }

        @Override
        public void received(long bytes) {
            received.addAndGet(bytes);
        }
    };

    @BeforeEach
    void nothing() {
        told.clear();
    }

    @Test
    void each_task_and_each_stage_of_it_is_told_with_its_ending() throws Exception {
        publish();
        assertThat(told)
                .containsSubsequence("begin OpenUpload", "DISCOVER DONE", "OpenUpload DONE")
                .containsSubsequence(
                        "begin PublishDataset",
                        "INSPECT DONE",
                        "CATALOG DONE",
                        "PORTAL DONE",
                        "METADATA DONE",
                        "PublishDataset DONE");
        assertThat(received).hasValue("roads:good".length());
    }

    @Test
    void a_system_that_does_not_answer_makes_the_task_a_retry() throws Exception {
        catalog.first(() -> {
            throw new RemoteUnavailable("catalog", "away");
        });
        publish();
        assertThat(told)
                .containsSubsequence(
                        "CATALOG UNAVAILABLE", "PublishDataset RETRIED", "CATALOG DONE", "PublishDataset DONE");
    }

    @Test
    void a_refusal_gives_the_task_up() throws Exception {
        catalog.first(() -> {
            throw new RemoteRefused("catalog", "no");
        });
        publish();
        assertThat(told).containsSubsequence("CATALOG REFUSED", "PublishDataset GIVEN_UP");
    }

    @Test
    void two_meters_are_told_the_same_one_inside_the_other() {
        List<String> order = new ArrayList<>();
        Meter both = Meter.of(List.of(named("outer", order), named("inner", order)));
        both.stage(Stage.INSPECT, () -> order.add("work"));
        both.received(5);
        assertThat(order)
                .containsExactly(
                        "outer begins", "inner begins", "work", "inner DONE", "outer DONE", "outer 5", "inner 5");
    }

    private static Meter named(String name, List<String> order) {
        return new Meter() {
            @Override
            public Timing stage(Stage stage) {
                order.add(name + " begins");
                return ending -> order.add(name + " " + ending);
            }

            @Override
            public void received(long bytes) {
                order.add(name + " " + bytes);
            }
        };
    }

    private void publish() throws Exception {
        Backoff fast = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20), 3);
        try (Uploader uploader = Uploader.builder(folder, new WordInspector())
                .settings(new Settings(2, Duration.ofSeconds(10), fast, 100, 10))
                .catalog(catalog)
                .meter(meter)
                .build()) {
            uploader.awaitEnding(
                    uploader.receive(
                                    Owner.named("anna"),
                                    "roads.zip",
                                    new ByteArrayInputStream("roads:good".getBytes(StandardCharsets.UTF_8)))
                            .upload(),
                    LONG);
            Awaitility.await()
                    .until(() -> told.stream()
                                    .filter(word -> word.startsWith("begin"))
                                    .count()
                            == told.stream()
                                    .filter(word -> word.matches("(OpenUpload|PublishDataset|RemoveLayer) .*"))
                                    .count());
        }
    }
}
