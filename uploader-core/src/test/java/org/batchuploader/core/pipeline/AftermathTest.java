package org.batchuploader.core.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.desk.Answer;
import org.batchuploader.core.desk.StuckRemoval;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.core.support.ScriptedRegistry;
import org.batchuploader.core.support.WordInspector;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.user.Owner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What steps remark on the way, and removals that are refused. */
class AftermathTest {
    private static final Owner ANNA = Owner.named("anna");
    private static final Owner ROOT = new Owner("root", true, null);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Problem STYLE = Problem.of(ProblemCode.STYLE_CHANGED, "The style is drawn without a picture.");

    @TempDir
    Path folder;

    private final ScriptedRegistry catalog = new ScriptedRegistry("catalog");
    private final ScriptedRegistry portal = new ScriptedRegistry("portal");
    private final ScriptedRegistry metadata = new ScriptedRegistry("metadata");
    private Uploader uploader;

    @BeforeEach
    void start() throws IOException {
        Backoff fast = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20), 3);
        uploader = Uploader.builder(folder, new WordInspector())
                .settings(new Settings(3, Duration.ofSeconds(10), fast, 100, 10))
                .catalog(catalog)
                .portal(portal)
                .metadata(metadata)
                .build();
    }

    @AfterEach
    void stop() {
        uploader.close();
    }

    @Test
    void what_a_step_remarks_is_told_once_although_the_dataset_is_inspected_again_for_a_later_one() throws Exception {
        catalog.remarks = List.of(STYLE);
        portal.first(() -> {
            throw new RemoteUnavailable("GeoNode", "no answer");
        });

        UploadDetails end = uploader.awaitEnding(receive("roads:good"), LONG);

        assertThat(end.upload().state()).isEqualTo(UploadState.PUBLISHED);
        assertThat(end.datasets().get(0).problems()).containsExactly(STYLE);
        assertThat(catalog.calls).containsExactly("put roads");
        assertThat(uploader.desk(ANNA).notices(null, 1).items().get(0).text()).contains(STYLE.sentence(), STYLE.hint());
    }

    @Test
    void a_remark_ends_with_the_delivery_it_was_made_of() throws Exception {
        catalog.remarks = List.of(STYLE);
        uploader.awaitEnding(receive("roads:good"), LONG);
        catalog.remarks = List.of();

        UploadDetails end = uploader.awaitEnding(receive("roads:better"), LONG);

        assertThat(end.datasets().get(0).problems()).isEmpty();
    }

    @Test
    void a_delivery_that_comes_back_has_its_remarks_again() throws Exception {
        catalog.remarks = List.of(STYLE);
        UploadId first = receive("roads:good");
        uploader.awaitEnding(first, LONG);
        metadata.first(refused());

        assertThat(uploader.awaitEnding(receive("roads:better"), LONG).upload().state())
                .isEqualTo(UploadState.FAILED);

        await().until(() -> metadata.calls.size() == 3);
        await().untilAsserted(() -> assertThat(uploader.desk(ANNA)
                        .find(first)
                        .orElseThrow()
                        .datasets()
                        .get(0)
                        .problems())
                .containsExactly(STYLE));
    }

    @Test
    void a_refused_removal_is_shown_to_administrators_who_can_have_it_tried_again() throws Exception {
        UploadId id = receive("roads:good");
        uploader.awaitEnding(id, LONG);
        portal.removing(refused());
        uploader.desk(ANNA).cancel(id);

        await().until(() -> !uploader.desk(ROOT).stuckRemovals().isEmpty());
        StuckRemoval stuck = uploader.desk(ROOT).stuckRemovals().get(0);
        assertThat(stuck.layer().name()).isEqualTo("roads");
        assertThat(stuck.reason()).isEqualTo("GeoNetwork refused: it is locked");
        assertThat(uploader.desk(ROOT).find(id).orElseThrow().stuck()).containsExactly(stuck);
        assertThat(catalog.content).containsKey("roads");

        assertThat(uploader.desk(ANNA).stuckRemovals()).isEmpty();
        assertThat(uploader.desk(ANNA).find(id).orElseThrow().stuck()).isEmpty();
        assertThat(uploader.desk(ANNA).removeAgain(stuck.task())).isEqualTo(new Answer.NotFound());

        assertThat(uploader.desk(ROOT).removeAgain(stuck.task())).isEqualTo(new Answer.Done());
        await().until(() -> uploader.desk(ROOT).layer("roads").isEmpty());
        assertThat(catalog.content).isEmpty();
        assertThat(portal.content).isEmpty();
        assertThat(uploader.desk(ROOT).stuckRemovals()).isEmpty();
        assertThat(uploader.desk(ROOT).removeAgain(stuck.task())).isEqualTo(new Answer.NotFound());
    }

    private UploadId receive(String content) throws IOException {
        return uploader.receive(ANNA, "roads.zip", new ByteArrayInputStream(content.getBytes(UTF_8)))
                .upload();
    }

    private static Runnable refused() {
        return () -> {
            throw new RemoteRefused("GeoNetwork", "it is locked");
        };
    }
}
