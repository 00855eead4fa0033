package org.batchuploader.core.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.core.support.ManualClock;
import org.batchuploader.core.support.ScriptedRegistry;
import org.batchuploader.core.support.WordInspector;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.user.Owner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that stood still in a remote call until its task was another one's, and whose effect comes after all. */
class LateEffectsTest {
    private static final Owner ANNA = Owner.named("anna");
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private final ScriptedRegistry catalog = new ScriptedRegistry("catalog");
    private final ScriptedRegistry portal = new ScriptedRegistry("portal");
    private final ScriptedRegistry metadata = new ScriptedRegistry("metadata");
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch thawed = new CountDownLatch(1);
    private Uploader uploader;

    @BeforeEach
    void start() throws IOException {
        Backoff fast = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20), 3);
        uploader = Uploader.builder(folder, new WordInspector())
                .clock(clock)
                .settings(new Settings(3, Duration.ofMinutes(1), fast, 100, 10))
                .catalog(catalog)
                .portal(portal)
                .metadata(metadata)
                .build();
    }

    @AfterEach
    void stop() {
        thawed.countDown();
        uploader.close();
    }

    @Test
    void an_older_content_that_lands_after_a_newer_one_was_published_is_replaced_by_the_newer_again() throws Exception {
        catalog.first(this::freeze);
        publishedByAnother();
        published("newer");

        thaw();

        assertShown("newer");
    }

    @Test
    void it_is_replaced_as_well_when_the_call_ends_with_trouble() throws Exception {
        catalog.first(this::freeze).then(() -> {}).then(() -> {}).then(() -> {
            throw new RemoteUnavailable("GeoServer", "the line is dead");
        });
        publishedByAnother();
        published("newer");

        thaw();

        assertShown("newer");
    }

    @Test
    void what_lands_after_its_layer_was_taken_down_is_removed() throws Exception {
        catalog.first(this::freeze);
        UploadId id = publishedByAnother();
        uploader.desk(ANNA).cancel(id);
        await().until(() -> uploader.desk(ANNA).layer("roads").isEmpty() && catalog.content.isEmpty());

        thaw();

        await().until(() ->
                catalog.calls.stream().filter("remove roads"::equals).count() == 2);
        await().until(catalog.content::isEmpty);
    }

    @Test
    void what_lands_while_its_layer_is_being_taken_down_is_removed() throws Exception {
        metadata.first(this::freeze);
        UploadId id = publishedByAnother();
        CountDownLatch removing = new CountDownLatch(1);
        CountDownLatch landed = new CountDownLatch(1);
        catalog.removing(() -> {
            removing.countDown();
            pass(landed);
        });
        uploader.desk(ANNA).cancel(id);
        pass(removing);
        assertThat(metadata.content).isEmpty();

        thaw();
        await().until(() ->
                uploader.desk(ANNA).layer("roads").orElseThrow().placements().containsKey(Step.METADATA));
        landed.countDown();

        await().until(() -> uploader.desk(ANNA).layer("roads").isEmpty());
        assertThat(metadata.content).isEmpty();
        assertThat(catalog.content).isEmpty();
    }

    @Test
    void a_layer_that_a_late_removal_took_away_is_put_there_again() throws Exception {
        UploadId id = receive("older");
        assertThat(uploader.awaitEnding(id, LONG).upload().state()).isEqualTo(UploadState.PUBLISHED);
        catalog.removing(this::freeze);
        uploader.desk(ANNA).cancel(id);
        pass(inside);
        clock.advance(Duration.ofHours(1));
        await().until(() -> uploader.desk(ANNA).layer("roads").isEmpty());
        published("newer");

        thaw();

        assertShown("newer");
    }

    /** The first upload, which somebody else ends while the one that began it is frozen. */
    private UploadId publishedByAnother() throws Exception {
        UploadId id = receive("older");
        pass(inside);
        clock.advance(Duration.ofHours(1));
        assertThat(uploader.awaitEnding(id, LONG).upload().state()).isEqualTo(UploadState.PUBLISHED);
        return id;
    }

    private void published(String word) throws Exception {
        assertThat(uploader.awaitEnding(receive(word), LONG).upload().state()).isEqualTo(UploadState.PUBLISHED);
    }

    /** The last call to end is the newer's: of the late one and of what mends it. */
    private void assertShown(String word) {
        await().until(() -> metadata.calls.stream().filter("put roads"::equals).count() >= 3);
        assertThat(catalog.words.get(0)).endsWith(word);
        assertThat(catalog.content).containsKey("roads");
    }

    private UploadId receive(String word) throws IOException {
        return uploader.receive(ANNA, "roads.zip", new ByteArrayInputStream(("roads:" + word).getBytes(UTF_8)))
                .upload();
    }

    private void freeze() {
        inside.countDown();
        pass(thawed);
    }

    private void thaw() {
        thawed.countDown();
    }

    private static void pass(CountDownLatch latch) {
        try {
            assertThat(latch.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
