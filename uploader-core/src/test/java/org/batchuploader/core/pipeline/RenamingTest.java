package org.batchuploader.core.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.drop.DropFolder;
import org.batchuploader.core.drop.DropRefused;
import org.batchuploader.core.drop.Transfer;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.intake.Assembling;
import org.batchuploader.core.notice.Notice;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.support.ScriptedRegistry;
import org.batchuploader.core.support.WordInspector;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.user.Owner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenamingTest {
    private static final Owner ANNA = Owner.named("anna");
    private static final Owner BERT = Owner.named("bert");

    @TempDir
    Path folder;

    private final ScriptedRegistry catalog = new ScriptedRegistry("catalog");
    private final ScriptedRegistry portal = new ScriptedRegistry("portal");
    private final ScriptedRegistry metadata = new ScriptedRegistry("metadata");
    private Uploader uploader;
    private DropFolder drop;

    @BeforeEach
    void start() throws IOException {
        Backoff fast = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20), 3);
        uploader = Uploader.builder(folder, new WordInspector())
                .settings(new Settings(3, Duration.ofSeconds(10), fast, 100, 10))
                .assembling(new Assembling(Duration.ofMillis(1), Duration.ofMinutes(1)))
                .catalog(catalog)
                .portal(portal)
                .metadata(metadata)
                .build();
        drop = uploader.reception().folders().open(ANNA, "test");
    }

    @AfterEach
    void stop() {
        drop.close();
        uploader.close();
    }

    @Test
    void a_renamed_file_renames_its_layer_everywhere() throws Exception {
        UploadId id = shapefile(drop, "roads", "good");
        drop.rename("roads.shp", "Streets of Town.shp");
        UploadDetails end = ending(ANNA, id);

        assertThat(end.upload().state()).isEqualTo(UploadState.PUBLISHED);
        showsOnly("streets_of_town");
        assertThat(layer("streets_of_town").title()).isEqualTo("Streets of Town");
        assertThat(end.upload().files()).extracting(f -> f.name()).contains("Streets of Town.dbf");
        assertThat(uploader.desk(ANNA).layers(9)).hasSize(1);
        assertThat(notices()).first().extracting(Notice::text).asString().contains("streets_of_town");
    }

    @Test
    void what_is_delivered_under_the_new_name_replaces_and_under_the_old_one_is_new() throws Exception {
        UploadId id = shapefile(drop, "roads", "good");
        drop.rename("roads.shp", "streets.shp");
        ending(ANNA, id);
        shapefile(drop, "streets", "worn");
        showsOnly("streets");
        shapefile(drop, "roads", "good");
        await().untilAsserted(() -> assertThat(catalog.content).containsOnlyKeys("streets", "roads"));
        assertThat(uploader.desk(ANNA).layers(9)).extracting(Layer::name).containsExactly("roads", "streets");
    }

    @Test
    void a_layer_renamed_by_its_page_is_still_replaced_by_its_file() throws Exception {
        UploadId id = shapefile(drop, "roads", "good");
        uploader.desk(ANNA).correct(dataset(id).id(), Correction.name("Streets", false));
        ending(ANNA, id);
        showsOnly("streets");
        shapefile(drop, "roads", "worn");
        showsOnly("streets");
        assertThat(uploader.desk(ANNA).layers(9)).extracting(Layer::name).containsExactly("streets");
    }

    @Test
    void there_and_back_again() throws Exception {
        UploadId id = shapefile(drop, "roads", "good");
        for (String[] way : new String[][] {{"roads", "streets"}, {"streets", "roads"}, {"roads", "streets"}}) {
            drop.rename(way[0] + ".shp", way[1] + ".shp");
            assertThat(ending(ANNA, id).upload().state()).isEqualTo(UploadState.PUBLISHED);
        }
        showsOnly("streets");
    }

    @Test
    void a_step_that_refuses_leaves_the_old_name_in_place_everywhere_and_nothing_of_the_new_one() throws Exception {
        for (ScriptedRegistry refusing : List.of(catalog, portal, metadata)) {
            UploadId id = shapefile(drop, "roads", refusing == portal ? "worn" : "good");
            refusing.then(() -> {
                throw new RemoteRefused("GeoNode", "no");
            });
            drop.rename("roads.shp", "streets.shp");
            UploadDetails end = ending(ANNA, id);
            assertThat(end.upload().state()).isEqualTo(UploadState.FAILED);
            showsOnly("roads");
            assertThat(end.datasets().get(0).layer()).isEqualTo(layer("roads").id());
            assertThat(notices().get(0).text()).contains("GeoNode refused: no", "It stays published as roads.");
            uploader.desk(ANNA).retry(id);
            assertThat(ending(ANNA, id).upload().state()).isEqualTo(UploadState.PUBLISHED);
            showsOnly("streets");
            uploader.desk(ANNA).cancel(id);
            showsOnly();
            drop.delete("streets.shp");
        }
    }

    @Test
    void after_a_refusal_the_file_still_replaces_the_layer_of_the_old_name() throws Exception {
        UploadId id = shapefile(drop, "roads", "good");
        portal.first(() -> {
            throw new RemoteRefused("GeoNode", "no");
        });
        drop.rename("roads.shp", "streets.shp");
        ending(ANNA, id);
        showsOnly("roads");
        shapefile(drop, "streets", "worn");
        showsOnly("roads");
        assertThat(catalog.words).first().isEqualTo("mended");
    }

    @Test
    void taken_down_in_the_midst_of_it_both_names_go() throws Exception {
        shapefile(drop, "roads", "good");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        portal.first(() -> {
            begun.countDown();
            awaitQuietly(goOn);
        });
        drop.rename("roads.shp", "streets.shp");
        begun.await();
        assertThat(catalog.content).containsOnlyKeys("roads", "streets");
        assertThatThrownBy(() -> drop.rename("streets.shp", "paths.shp"))
                .isInstanceOf(DropRefused.class)
                .hasMessageContaining("is being worked on");
        drop.delete("streets.shp");
        goOn.countDown();
        showsOnly();
        assertThat(uploader.desk(ANNA).layers(9)).isEmpty();
    }

    @Test
    void somebody_elses_name_is_not_taken_and_the_old_one_stays() throws Exception {
        try (DropFolder berts = uploader.reception().folders().open(BERT, "test")) {
            shapefile(BERT, berts, "streets", "good");
            String untouched = catalog.content.get("streets");
            UploadId id = shapefile(drop, "roads", "good");
            drop.rename("roads.shp", "streets.shp");
            UploadDetails end = ending(ANNA, id);
            assertThat(end.upload().state()).isEqualTo(UploadState.NEEDS_CORRECTION);
            assertThat(end.datasets().get(0).problems())
                    .extracting(Problem::code)
                    .contains(ProblemCode.NAME_TAKEN);
            assertThat(catalog.content).containsOnlyKeys("streets", "roads").containsEntry("streets", untouched);
            uploader.desk(ANNA).correct(dataset(id).id(), Correction.name("paths", false));
            assertThat(ending(ANNA, id).upload().state()).isEqualTo(UploadState.PUBLISHED);
            await().untilAsserted(() -> assertThat(catalog.content).containsOnlyKeys("streets", "paths"));
        }
    }

    @Test
    void moved_over_another_file_of_ones_own_it_takes_the_place_of_that_files_layer() throws Exception {
        UploadId paths = shapefile(drop, "paths", "worn");
        UploadId roads = shapefile(drop, "roads", "good");
        drop.rename("roads.shp", "paths.shp");
        assertThat(ending(ANNA, roads).upload().state()).isEqualTo(UploadState.PUBLISHED);
        showsOnly("paths");
        assertThat(layer("paths").dataset())
                .isEqualTo(dataset(roads).id())
                .isNotEqualTo(dataset(paths).id());
    }

    @Test
    void a_renamed_archive_or_folder_keeps_its_layers_and_replaces_them_from_its_new_path() throws Exception {
        drop.makeFolder("2024");
        UploadId id = put(drop, "2024/atlas.zip", "roads:good,paths:good");
        ending(ANNA, id);
        drop.rename("2024/atlas.zip", "2024/map.zip");
        drop.rename("2024", "2025");
        assertThat(catalog.calls).hasSize(2);
        ending(ANNA, put(drop, "2025/map.zip", "roads:worn,paths:worn"));
        assertThat(uploader.desk(ANNA).layers(9)).extracting(Layer::name).containsExactly("paths", "roads");
        assertThatThrownBy(() -> drop.rename("2025/map.zip", "2025/map.txt")).isInstanceOf(DropRefused.class);
    }

    private UploadId shapefile(DropFolder to, String base, String word) throws Exception {
        return shapefile(ANNA, to, base, word);
    }

    private UploadId shapefile(Owner owner, DropFolder to, String base, String word) throws Exception {
        put(to, base + ".shx", "x");
        put(to, base + ".dbf", "x");
        UploadId id = put(to, base + ".shp", word);
        ending(owner, id);
        return id;
    }

    private static UploadId put(DropFolder to, String path, String content) throws IOException {
        try (Transfer transfer = to.write(path, 0)) {
            transfer.write(ByteBuffer.wrap(content.getBytes(UTF_8)));
            return transfer.commit().upload();
        }
    }

    private UploadDetails ending(Owner owner, UploadId id) throws InterruptedException {
        UploadDetails end = uploader.awaitEnding(id, Duration.ofSeconds(20));
        assertThat(uploader.desk(owner).find(id)).isPresent();
        return end;
    }

    private Dataset dataset(UploadId id) {
        return uploader.desk(ANNA).find(id).orElseThrow().datasets().get(0);
    }

    private Layer layer(String name) {
        return uploader.desk(ANNA).layer(name).orElseThrow();
    }

    private List<Notice> notices() {
        return uploader.desk(ANNA).notices(null, 10).items();
    }

    private void showsOnly(String... names) {
        await().untilAsserted(
                        () -> assertThat(Stream.of(catalog, portal, metadata).map(r -> List.copyOf(r.content.keySet())))
                                .allSatisfy(there -> assertThat(there).containsExactlyInAnyOrder(names)));
        await().untilAsserted(() -> assertThat(uploader.desk(ANNA).layers(9))
                .extracting(Layer::name)
                .containsExactlyInAnyOrder(names));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
