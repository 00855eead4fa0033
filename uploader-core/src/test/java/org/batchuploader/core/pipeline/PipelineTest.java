package org.batchuploader.core.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.desk.Answer;
import org.batchuploader.core.desk.Desk;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.drop.DropFolder;
import org.batchuploader.core.drop.Transfer;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.intake.Assembling;
import org.batchuploader.core.intake.Receipt;
import org.batchuploader.core.notice.Notice;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.core.support.HeldInspector;
import org.batchuploader.core.support.ScriptedRegistry;
import org.batchuploader.core.support.WordInspector;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.user.Owner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PipelineTest {
    private static final Owner ANNA = Owner.named("anna");
    private static final Owner BERT = Owner.named("bert");
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final ScriptedRegistry catalog = new ScriptedRegistry("catalog");
    private final ScriptedRegistry portal = new ScriptedRegistry("portal");
    private final ScriptedRegistry metadata = new ScriptedRegistry("metadata");
    private Uploader uploader;

    @BeforeEach
    void start() throws IOException {
        Backoff fast = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20), 5);
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
    void publishes_and_tells_with_the_links() throws Exception {
        UploadDetails end = ending(receive(ANNA, "roads.zip", "roads:good"));
        assertThat(end.upload().state()).isEqualTo(UploadState.PUBLISHED);
        assertThat(names(catalog, portal, metadata)).containsExactly("roads", "roads", "roads");
        Notice notice = desk(ANNA).notices(null, 10).items().get(0);
        assertThat(notice.kind()).isEqualTo(Notice.Kind.PUBLISHED);
        assertThat(notice.links()).extracting("rel").containsExactly("catalog", "portal", "metadata");
    }

    @Test
    void waits_for_a_crs_and_goes_on_from_there_without_another_upload() throws Exception {
        UploadId id = receive(ANNA, "roads.zip", "roads:lost");
        UploadDetails waiting = ending(id);
        assertThat(waiting.upload().state()).isEqualTo(UploadState.NEEDS_CORRECTION);
        assertThat(codes(waiting)).containsExactly(ProblemCode.CRS_MISSING);
        assertThat(catalog.calls).isEmpty();

        Dataset dataset = waiting.datasets().get(0);
        assertThat(desk(ANNA).correct(dataset.id(), Correction.crs("EPSG:4326")))
                .isEqualTo(new Answer.Done());
        UploadDetails end = ending(id);
        assertThat(end.upload().state()).isEqualTo(UploadState.PUBLISHED);
        assertThat(end.history()).extracting(h -> h.state().name()).contains("NEEDS_CORRECTION", "PUBLISHED");
        assertThat(end.history().stream().filter(h -> h.reason().startsWith("found")))
                .hasSize(1);
    }

    @Test
    void what_was_remarked_when_a_dataset_was_found_is_kept_besides_what_inspections_find() throws Exception {
        UploadId id = receive(ANNA, "roads.zip", "roads:lost:an index is left out");
        UploadDetails waiting = ending(id);
        assertThat(codes(waiting)).containsExactly(ProblemCode.CONTENT_CUT, ProblemCode.CRS_MISSING);

        desk(ANNA).correct(waiting.datasets().get(0).id(), Correction.crs("EPSG:4326"));
        UploadDetails end = ending(id);
        assertThat(end.upload().state()).isEqualTo(UploadState.PUBLISHED);
        assertThat(codes(end)).containsExactly(ProblemCode.CONTENT_CUT);
    }

    @Test
    void registries_get_what_was_prepared_and_the_delivery_beside_it() throws Exception {
        UploadDetails end = ending(receive(ANNA, "roads.zip", "roads:worn"));
        assertThat(end.upload().state()).isEqualTo(UploadState.PUBLISHED);
        assertThat(catalog.words).containsExactly("mended", "worn");
        assertThat(end.datasets().get(0).prepared()).extracting(Part::name).containsExactly("roads.shp");
        ending(receive(ANNA, "roads.zip", "roads:good"));
        assertThat(catalog.words).containsExactly("good", "good");
    }

    @Test
    void what_an_owner_chose_before_is_put_to_the_inspector() throws Exception {
        Dataset first =
                ending(receive(ANNA, "roads.zip", "roads:lost")).datasets().get(0);
        assertThat(reason(first)).isEqualTo("fits degrees");
        desk(ANNA).correct(first.id(), Correction.crs("EPSG:4326"));
        assertThat(reason(ending(receive(ANNA, "lakes.zip", "lakes:lost"))
                        .datasets()
                        .get(0)))
                .isEqualTo("used before");
        assertThat(reason(ending(receive(BERT, "lakes.zip", "lakes:lost"))
                        .datasets()
                        .get(0)))
                .isEqualTo("fits degrees");
    }

    private static String reason(Dataset dataset) {
        return dataset.problems().get(0).candidates().get(0).reason();
    }

    @Test
    void refuses_corrections_that_cannot_be_used() throws Exception {
        UploadDetails waiting = ending(receive(ANNA, "roads.zip", "roads:lost"));
        var dataset = waiting.datasets().get(0).id();
        assertThat(desk(ANNA).correct(dataset, Correction.crs("EPSG:0"))).isInstanceOf(Answer.Invalid.class);
        assertThat(desk(ANNA).correct(dataset, Correction.charset("no such"))).isInstanceOf(Answer.Invalid.class);
        assertThat(desk(ANNA).correct(dataset, Correction.NONE)).isInstanceOf(Answer.Invalid.class);
    }

    @Test
    void tells_what_is_beyond_mending() throws Exception {
        UploadDetails end = ending(receive(ANNA, "roads.zip", "roads:bad"));
        assertThat(end.upload().state()).isEqualTo(UploadState.FAILED);
        assertThat(codes(end)).containsExactly(ProblemCode.RECORD_DAMAGED);
        assertThat(ending(receive(ANNA, "x.zip", "nonsense")).datasets().get(0).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.ARCHIVE_DAMAGED);
        assertThat(desk(ANNA).notices(null, 10).items())
                .extracting(Notice::kind)
                .containsOnly(Notice.Kind.FAILED);
    }

    @Test
    void publishes_every_dataset_of_an_upload_on_its_own() throws Exception {
        UploadDetails end = ending(receive(ANNA, "atlas.zip", "roads:good,rivers:bad,lakes:good"));
        assertThat(end.datasets())
                .extracting(d -> d.state().name())
                .containsExactly("PUBLISHED", "FAILED", "PUBLISHED");
        assertThat(catalog.content).containsOnlyKeys("roads", "lakes");
    }

    @Test
    void tries_again_while_a_registry_is_away_and_repeats_no_step() throws Exception {
        portal.first(unavailable()).first(unavailable());
        UploadDetails end = ending(receive(ANNA, "roads.zip", "roads:good"));
        assertThat(end.upload().state()).isEqualTo(UploadState.PUBLISHED);
        assertThat(catalog.calls).containsExactly("put roads");
        assertThat(portal.calls).containsExactly("put roads", "put roads", "put roads");
        assertThat(end.history()).extracting("reason").anySatisfy(r -> assertThat((String) r)
                .contains("does not answer"));
    }

    @Test
    void tells_of_remote_trouble_that_does_not_end_and_can_be_retried() throws Exception {
        for (int i = 0; i < 5; i++) {
            portal.first(unavailable());
        }
        UploadId id = receive(ANNA, "roads.zip", "roads:good");
        assertThat(codes(ending(id))).containsExactly(ProblemCode.REMOTE_UNAVAILABLE);
        await().untilAsserted(() -> assertThat(catalog.content).isEmpty());
        assertThat(desk(ANNA).retry(id)).isEqualTo(new Answer.Done());
        assertThat(ending(id).upload().state()).isEqualTo(UploadState.PUBLISHED);
    }

    @Test
    void tells_of_our_own_mistakes_even_of_those_that_are_no_exceptions() throws Exception {
        for (int i = 0; i < 4; i++) {
            catalog.first(() -> {
                throw new NoClassDefFoundError("a library is missing");
            });
        }
        UploadDetails end = ending(receive(ANNA, "roads.zip", "roads:good"));
        assertThat(codes(end)).containsExactly(ProblemCode.INTERNAL_ERROR);
        assertThat(ending(receive(ANNA, "rivers.zip", "rivers:good")).upload().state())
                .isEqualTo(UploadState.PUBLISHED);
    }

    @Test
    void undoes_backwards_what_a_later_step_refuses() throws Exception {
        metadata.then(refused("not a valid record"));
        UploadDetails end = ending(receive(ANNA, "roads.zip", "roads:good"));
        assertThat(codes(end)).containsExactly(ProblemCode.REMOTE_REFUSED);
        assertThat(end.datasets().get(0).problems().get(0).sentence()).contains("not a valid record");
        await().untilAsserted(() -> {
            assertThat(catalog.content).isEmpty();
            assertThat(portal.content).isEmpty();
            assertThat(metadata.content).isEmpty();
            assertThat(desk(ANNA).layer("roads")).isEmpty();
        });
    }

    @Test
    void puts_the_layer_before_back_when_its_successor_is_refused() throws Exception {
        ending(receive(ANNA, "roads.zip", "roads:good"));
        String before = catalog.content.get("roads");
        metadata.first(refused("no"));
        UploadDetails end = ending(receive(ANNA, "roads.zip", "roads:worn"));
        assertThat(end.upload().state()).isEqualTo(UploadState.FAILED);
        await().untilAsserted(() -> {
            assertThat(catalog.content).containsEntry("roads", before);
            assertThat(desk(ANNA).layer("roads").map(Layer::state)).contains(Layer.State.PUBLISHED);
        });
    }

    @Test
    void the_same_bytes_again_take_the_layer_over_without_being_worked_on() throws Exception {
        UploadDetails first = ending(receive(ANNA, "roads.zip", "roads:good"));
        Receipt receipt = uploader.receive(ANNA, "roads.zip", new ByteArrayInputStream("roads:good".getBytes(UTF_8)));
        UploadDetails second = ending(receipt.upload());

        assertThat(receipt.remark())
                .startsWith("the same bytes as upload " + first.upload().id());
        assertThat(second.upload().state()).isEqualTo(UploadState.PUBLISHED);
        assertThat(catalog.calls).containsExactly("put roads");
        assertThat(desk(ANNA).layer("roads").orElseThrow().dataset())
                .isEqualTo(second.datasets().get(0).id());
        assertThat(desk(ANNA).notices(null, 10).items()).hasSize(2);
        desk(ANNA).cancel(second.upload().id());
        await().untilAsserted(() -> assertThat(desk(ANNA).layer("roads")).isEmpty());
    }

    @Test
    void the_same_bytes_again_keep_the_crs_that_their_owner_chose() throws Exception {
        UploadDetails first = ending(receive(ANNA, "roads.zip", "roads:lost"));
        desk(ANNA).correct(first.datasets().get(0).id(), Correction.crs("EPSG:4326"));
        ending(first.upload().id());
        UploadDetails second = ending(receive(ANNA, "roads.zip", "roads:lost"));

        assertThat(second.upload().state()).isEqualTo(UploadState.PUBLISHED);
        assertThat(second.datasets().get(0).correction()).isEqualTo(Correction.crs("EPSG:4326"));
        assertThat(catalog.calls).containsExactly("put roads");
    }

    @Test
    void the_same_bytes_again_are_worked_on_where_something_else_is_shown_or_nothing() throws Exception {
        metadata.first(refused("no"));
        ending(receive(ANNA, "roads.zip", "roads:good"));
        await().untilAsserted(() -> assertThat(desk(ANNA).layer("roads")).isEmpty());
        catalog.calls.clear();
        for (String word : List.of("good", "worn", "good")) {
            assertThat(ending(receive(ANNA, "roads.zip", "roads:" + word))
                            .upload()
                            .state())
                    .isEqualTo(UploadState.PUBLISHED);
        }
        assertThat(catalog.calls).containsExactly("put roads", "put roads", "put roads");
        assertThat(catalog.words).containsExactly("good", "good");
    }

    @Test
    void the_same_bytes_of_another_owner_or_in_another_archive_are_worked_on() throws Exception {
        ending(receive(ANNA, "roads.zip", "roads:good"));
        ending(receive(BERT, "roads.zip", "roads:good"));
        ending(receive(ANNA, "paths.zip", "roads:good"));
        assertThat(catalog.calls).containsExactly("put roads", "put roads_2", "put roads_3");
    }

    @Test
    void a_file_delivered_again_takes_the_place_of_its_layer() throws Exception {
        ending(receive(ANNA, "roads.zip", "roads:good"));
        UploadDetails second = ending(receive(ANNA, "roads.zip", "roads:worn"));
        assertThat(second.upload().state()).isEqualTo(UploadState.PUBLISHED);
        assertThat(desk(ANNA).layers(10)).hasSize(1);
        assertThat(desk(ANNA).layer("roads").orElseThrow().dataset())
                .isEqualTo(second.datasets().get(0).id());
    }

    @Test
    void nobody_gets_another_owners_layer() throws Exception {
        ending(receive(ANNA, "roads.zip", "roads:good"));
        String annas = catalog.content.get("roads");
        UploadDetails berts = ending(receive(BERT, "roads.zip", "roads:good"));
        assertThat(codes(berts)).containsExactly(ProblemCode.NAME_CHANGED);
        assertThat(catalog.content).containsEntry("roads", annas).containsKey("roads_2");

        var dataset = berts.datasets().get(0).id();
        desk(BERT).correct(dataset, Correction.name("roads", true));
        await().untilAsserted(() ->
                assertThat(codes(details(BERT, berts.upload().id()))).containsExactly(ProblemCode.NAME_TAKEN));
        assertThat(catalog.content).containsEntry("roads", annas);
        assertThat(desk(BERT).find(berts.upload().id())).isPresent();
        assertThat(desk(ANNA).find(berts.upload().id())).isEmpty();
        assertThat(desk(ANNA).cancel(berts.upload().id())).isEqualTo(new Answer.NotFound());
    }

    @Test
    void a_name_of_ones_own_is_replaced_only_when_allowed() throws Exception {
        ending(receive(ANNA, "a.zip", "roads:good"));
        UploadDetails other = ending(receive(ANNA, "b.zip", "paths:good"));
        var dataset = other.datasets().get(0).id();
        desk(ANNA).correct(dataset, Correction.name("roads", false));
        await().untilAsserted(() ->
                assertThat(codes(details(ANNA, other.upload().id()))).containsExactly(ProblemCode.NAME_TAKEN));
        desk(ANNA).correct(dataset, Correction.name("roads", true));
        await().untilAsserted(() -> {
            assertThat(details(ANNA, other.upload().id()).upload().state()).isEqualTo(UploadState.PUBLISHED);
            assertThat(desk(ANNA).layer("roads").orElseThrow().dataset()).isEqualTo(dataset);
        });
    }

    @Test
    void a_layer_that_gets_another_name_leaves_its_old_one() throws Exception {
        UploadDetails first = ending(receive(ANNA, "roads.zip", "roads:good"));
        desk(ANNA).correct(first.datasets().get(0).id(), Correction.name("paths", false));
        await().untilAsserted(
                        () -> assertThat(names(catalog, portal, metadata)).containsExactly("paths", "paths", "paths"));
        assertThat(desk(ANNA).layer("roads")).isEmpty();
    }

    @Test
    void takes_a_published_layer_down_everywhere() throws Exception {
        UploadId id = receive(ANNA, "roads.zip", "roads:good");
        ending(id);
        assertThat(desk(ANNA).cancel(id)).isEqualTo(new Answer.Done());
        await().untilAsserted(() -> assertThat(desk(ANNA).layer("roads")).isEmpty());
        assertThat(names(catalog, portal, metadata)).isEmpty();
        assertThat(details(ANNA, id).upload().state()).isEqualTo(UploadState.CANCELLED);
    }

    @Test
    void a_cancel_in_the_midst_of_a_step_leaves_nothing_behind() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        portal.first(() -> {
            begun.countDown();
            awaitQuietly(goOn);
        });
        UploadId id = receive(ANNA, "roads.zip", "roads:good");
        begun.await();
        desk(ANNA).cancel(id);
        goOn.countDown();
        await().untilAsserted(() -> assertThat(desk(ANNA).layer("roads")).isEmpty());
        assertThat(names(catalog, portal, metadata)).isEmpty();
        assertThat(details(ANNA, id).upload().state()).isEqualTo(UploadState.CANCELLED);
    }

    @ParameterizedTest
    @EnumSource
    void a_projection_that_comes_while_its_bundle_is_looked_at_is_not_lost(HeldInspector.At place) throws Exception {
        HeldInspector held = new HeldInspector(place);
        Assembling atOnce = new Assembling(Duration.ofMillis(1), Duration.ofMinutes(1));
        try (Uploader other = Uploader.builder(folder.resolve("held"), held)
                        .assembling(atOnce)
                        .build();
                DropFolder drop = other.reception().folders().open(ANNA, "test")) {
            drop(drop, "roads.shx", "x");
            drop(drop, "roads.dbf", "x");
            UploadId id = drop(drop, "roads.shp", "lost");
            held.awaitBegun();
            assertThat(drop(drop, "roads.prj", "x")).isEqualTo(id);
            held.goOn();
            await().untilAsserted(() -> assertThat(
                            other.desk(ANNA).find(id).orElseThrow().upload().state())
                    .isEqualTo(UploadState.PUBLISHED));
        }
    }

    private static UploadId drop(DropFolder folder, String name, String content) throws IOException {
        try (Transfer transfer = folder.write(name, 0)) {
            transfer.write(ByteBuffer.wrap(content.getBytes(UTF_8)));
            return transfer.commit().upload();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_step_that_is_left_out_is_not_taken_and_leaves_nothing_behind(Step leftOut) throws Exception {
        var left = new ScriptedRegistry("left");
        try (Uploader other = Uploader.builder(folder.resolve("other"), new WordInspector())
                .catalog(leftOut == Step.CATALOG ? left : catalog)
                .portal(leftOut == Step.PORTAL ? left : portal)
                .metadata(leftOut == Step.METADATA ? left : metadata)
                .without(leftOut)
                .build()) {
            UploadId id = other.receive(ANNA, "roads.zip", new ByteArrayInputStream("roads:good".getBytes(UTF_8)))
                    .upload();
            UploadDetails end = other.awaitEnding(id, LONG);
            assertThat(end.upload().state()).isEqualTo(UploadState.PUBLISHED);
            Layer layer = other.desk(ANNA).layer("roads").orElseThrow();
            assertThat(layer.placements()).hasSize(2).doesNotContainKey(leftOut);
            other.desk(ANNA).cancel(id);
            await().untilAsserted(
                            () -> assertThat(other.desk(ANNA).layer("roads")).isEmpty());
            assertThat(left.calls).isEmpty();
        }
    }

    @Test
    void two_uploaders_in_one_program_do_not_meet() throws Exception {
        try (Uploader other =
                Uploader.builder(folder.resolve("other"), new WordInspector()).build()) {
            UploadId id = receive(ANNA, "roads.zip", "roads:good");
            ending(id);
            assertThat(other.desk(ANNA).list(Set.of(), null, 10).items()).isEmpty();
            assertThat(other.desk(ANNA).layer("roads")).isEmpty();
        }
    }

    private UploadId receive(Owner owner, String name, String content) throws IOException {
        return uploader.receive(owner, name, new ByteArrayInputStream(content.getBytes(UTF_8)))
                .upload();
    }

    private UploadDetails ending(UploadId id) throws InterruptedException {
        return uploader.awaitEnding(id, LONG);
    }

    private Desk desk(Owner owner) {
        return uploader.desk(owner);
    }

    private UploadDetails details(Owner owner, UploadId id) {
        return desk(owner).find(id).orElseThrow();
    }

    private static List<ProblemCode> codes(UploadDetails details) {
        return details.datasets().get(0).problems().stream().map(Problem::code).toList();
    }

    private static List<String> names(ScriptedRegistry... registries) {
        return List.of(registries).stream()
                .flatMap(r -> r.content.keySet().stream())
                .toList();
    }

    private static Runnable unavailable() {
        return () -> {
            throw new RemoteUnavailable("GeoNode", "no answer");
        };
    }

    private static Runnable refused(String sentence) {
        return () -> {
            throw new RemoteRefused("GeoNetwork", sentence);
        };
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
