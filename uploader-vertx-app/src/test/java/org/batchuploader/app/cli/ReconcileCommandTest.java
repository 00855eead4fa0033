package org.batchuploader.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.app.config.Configuration;
import org.batchuploader.app.config.ConfigurationLoader;
import org.batchuploader.app.service.Databases;
import org.batchuploader.app.service.Systems;
import org.batchuploader.core.Stores;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.task.TaskQueue.Depth;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.user.Owner;
import org.batchuploader.geonode.client.Dataset;
import org.batchuploader.geonode.client.DatasetChange;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.geoserver.client.Resource;
import org.batchuploader.geoserver.client.StoreKind;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.jdbc.JdbcStores;
import org.batchuploader.remote.StreamedBody;
import org.batchuploader.testkit.fake.FakeGeoNode;
import org.batchuploader.testkit.fake.Fakes;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drift made by hand, as administrators make it, and what the command finds, says and mends. */
class ReconcileCommandTest {
    private static final Owner ANNA = Owner.named("anna");
    private static final String WORKSPACE = "uploads";

    @TempDir
    Path folder;

    private final Fakes fakes = new Fakes(0);
    private Path yaml;
    private Configuration configuration;
    private GeoServerClient geoserver;
    private GeoNodeClient geonode;

    /** What is done while an uploader works on the same stores. */
    private interface Work {
        void with(Uploader uploader, JdbcStores stores) throws Exception;
    }

    @BeforeEach
    void configure() throws IOException {
        yaml = Files.writeString(folder.resolve("c.yaml"), fakes.configuration());
        configuration = new ConfigurationLoader()
                .file(yaml)
                .option("data.folder", folder.resolve("data"), "the test")
                .load()
                .configuration();
        geoserver = GeoServerClient.at(fakes.geoServer().address())
                .credentials(Fakes.GEOSERVER_USER, Fakes.GEOSERVER_PASSWORD)
                .build();
        geonode = GeoNodeClient.at(fakes.geoNode().address())
                .credentials(FakeGeoNode.ADMINISTRATOR, FakeGeoNode.PASSWORD)
                .build();
        fakes.geoNode().user("bert", "word", "bert@example.org");
    }

    @AfterEach
    void close() {
        fakes.close();
    }

    @Test
    void nothing_differs_after_a_publication() throws Exception {
        working((uploader, stores) -> publish(uploader, "roads"));
        Shell.Result result = reconcile();
        assertThat(result.out()).isEqualToIgnoringNewLines("1 layers compared; 0 differences");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void drift_is_found_explained_and_mended_and_what_is_not_ours_is_left_alone() throws Exception {
        List<String> lost = new ArrayList<>();
        working((uploader, stores) -> {
            for (String name : List.of(
                    "roads", "rivers", "lakes", "parks", "woods", "paths", "walls", "barns", "wells", "mines", "farms",
                    "sheds", "towers")) {
                publish(uploader, name);
            }
            UploadId docks = publish(uploader, "docks");
            fakes.geoServer().faults().on("store.delete", Fault.REFUSE);
            uploader.desk(ANNA).cancel(docks);
            await().until(() -> stores.tasks().depth().dead() == 1);
            fakes.geoServer().faults().clear();
            disturb(stores, lost);
        });

        Shell.Result found = reconcile();
        Files.writeString(Path.of("target", "reconcile.txt"), found.out());
        assertThat(found.exitCode()).isEqualTo(1);
        assertThat(headlines(found))
                .containsExactlyInAnyOrder(
                        "missing  GeoServer  roads of anna",
                        "missing  GeoServer  rivers of anna",
                        "disabled GeoServer  lakes of anna",
                        "changed  GeoServer  parks of anna",
                        "changed  GeoServer  woods of anna",
                        "missing  GeoNode  paths of anna",
                        "changed  GeoNode  walls of anna",
                        "foreign  GeoNode  barns of anna",
                        "missing  GeoNetwork  wells of anna",
                        "foreign  GeoNetwork  mines of anna",
                        "changed  GeoNetwork  farms of anna",
                        "orphan   GeoServer, GeoNode, GeoNetwork  sheds of anna",
                        "foreign  GeoServer  towers of anna",
                        "stuck    queue  docks of anna",
                        "orphan   GeoServer  caves");

        Shell.Result fixed = reconcile("--fix");
        assertThat(fixed.exitCode()).isEqualTo(1);
        assertThat(fixed.out()).contains("15 differences, work is queued for 11");
        working((uploader, stores) -> idle(stores));

        Shell.Result again = reconcile();
        assertThat(headlines(again))
                .containsExactlyInAnyOrder(
                        "foreign  GeoNode  barns of anna",
                        "foreign  GeoNetwork  mines of anna",
                        "foreign  GeoServer  towers of anna",
                        "orphan   GeoServer  caves");
        assertThat(fakes.geoServer().has(WORKSPACE, "theirs", "towers")).isTrue();
        assertThat(fakes.geoNode().state()).contains("barns owner=bert");
        assertThat(fakes.geoNetwork().record(lost.get(0)).xml()).contains("Somebody else's");
        assertThat(geoserver.stores().names(WORKSPACE)).contains(lost.get(1)).noneMatch(s -> s.startsWith("sheds_"));
        assertThat(fakes.geoNode().state()).doesNotContain("dataset 53 uploads:sheds");

        fakes.geoNode().give(WORKSPACE, "barns", FakeGeoNode.ADMINISTRATOR);
        fakes.geoNetwork().remove(lost.get(0));
        geoserver.stores().delete(WORKSPACE, StoreKind.DATASTORES, "theirs");
        geoserver.stores().delete(WORKSPACE, StoreKind.DATASTORES, lost.get(1));
        assertThat(reconcile("--fix").exitCode()).isZero();
        working((uploader, stores) -> idle(stores));
        Shell.Result clean = reconcile("--json");
        assertThat(clean.exitCode()).as(clean.out()).isZero();
        assertThat(clean.out()).contains("\"amiss\" : false", "\"layers\" : 12");
    }

    @Test
    void a_system_that_does_not_answer_is_said_once_and_the_others_are_looked_at() throws Exception {
        working((uploader, stores) -> {
            publish(uploader, "roads");
            publish(uploader, "rivers");
        });
        fakes.geoNode().faults().on("*", Fault.REFUSE);
        fakes.geoNetwork().records().keySet().forEach(fakes.geoNetwork()::remove);
        Shell.Result result = reconcile();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(headlines(result))
                .containsExactlyInAnyOrder(
                        "unseen   GeoNode",
                        "missing  GeoNetwork  roads of anna",
                        "missing  GeoNetwork  rivers of anna");
    }

    private void disturb(JdbcStores stores, List<String> lost) throws IOException {
        geoserver.layers().delete(WORKSPACE, "roads");
        geoserver.stores().delete(WORKSPACE, StoreKind.DATASTORES, store(stores, "rivers"));
        change(stores, "lakes", new Resource(null, null, null, null, null, null, null, false, null));
        change(stores, "parks", new Resource(null, null, "Car parks", null, null, null, null, null, null));
        change(stores, "woods", new Resource(null, null, null, null, null, "EPSG:3857", null, null, null));
        Dataset paths = geonode.datasets().ofLayer(WORKSPACE, "paths").orElseThrow();
        geonode.datasets().delete(paths.pk());
        assertThat(geonode.datasets().find(paths.pk())).isPresent();
        Dataset walls = geonode.datasets().ofLayer(WORKSPACE, "walls").orElseThrow();
        geonode.datasets().change(walls.pk(), DatasetChange.of("Great walls", null, List.of()));
        fakes.geoNode().give(WORKSPACE, "barns", "bert");
        fakes.geoNetwork().remove(record(stores, "wells"));
        String mines = record(stores, "mines");
        String xml = fakes.geoNetwork().record(mines).xml();
        fakes.geoNetwork()
                .put(mines, xml.replace("batch-uploader:", "theirs:").replace(">mines<", ">Somebody else's<"));
        String farms = record(stores, "farms");
        fakes.geoNetwork().put(farms, fakes.geoNetwork().record(farms).xml().replace(">farms<", ">Farms of old<"));
        stores.layers().delete(layer(stores, "sheds").id());
        geoserver.stores().delete(WORKSPACE, StoreKind.DATASTORES, store(stores, "towers"));
        foreign("theirs", "towers");
        String caves = "caves_" + new Ids().layer().value();
        foreign(caves, "caves");
        lost.addAll(List.of(mines, caves));
    }

    private void change(JdbcStores stores, String layer, Resource resource) {
        geoserver.resources().updateFeatureType(WORKSPACE, store(stores, layer), layer, resource);
    }

    /** A layer that somebody else made. */
    private void foreign(String store, String layer) throws IOException {
        geoserver.stores().putShapefile(WORKSPACE, store, null, StreamedBody.of(zip(layer, "theirs")));
        geoserver.resources().createFeatureType(WORKSPACE, store, Resource.declared(layer, layer, layer, "EPSG:4326"));
    }

    private static Layer layer(JdbcStores stores, String name) {
        return stores.layers().named(name).orElseThrow();
    }

    private static String store(JdbcStores stores, String name) {
        return name + "_" + layer(stores, name).id().value();
    }

    private static String record(JdbcStores stores, String name) {
        return layer(stores, name).identifier();
    }

    private UploadId publish(Uploader uploader, String name) throws Exception {
        byte[] zip = Files.readAllBytes(zip(name, "ours"));
        UploadId id = uploader.receive(ANNA, name + ".zip", new ByteArrayInputStream(zip))
                .upload();
        assertThat(uploader.awaitEnding(id, Duration.ofMinutes(1)).upload().state())
                .isEqualTo(UploadState.PUBLISHED);
        return id;
    }

    private Path zip(String name, String whose) throws IOException {
        Path parts = Files.createDirectories(folder.resolve(whose).resolve(name));
        return new SampleZip()
                .files(SampleShapefile.points(name).rows(3).writeTo(parts))
                .writeTo(folder.resolve(whose + "-" + name + ".zip"));
    }

    private static void idle(JdbcStores stores) {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            Depth depth = stores.tasks().depth();
            return depth.waiting() + depth.claimed() == 0;
        });
    }

    private void working(Work work) throws Exception {
        Files.createDirectories(configuration.data());
        try (JdbcStores stores = JdbcStores.open(Databases.settings(configuration), Clock.systemUTC(), new Ids());
                Systems systems = new Systems(configuration);
                Uploader uploader = systems.into(Uploader.builder(configuration.data(), new GeoToolsInspector())
                                .stores(new Stores(
                                        stores.transactions(),
                                        stores.uploads(),
                                        stores.layers(),
                                        stores.notices(),
                                        stores.drops(),
                                        stores.tasks())))
                        .build()) {
            work.with(uploader, stores);
            idle(stores);
        }
    }

    private Shell.Result reconcile(Object... words) {
        Object[] all = new Object[words.length + 5];
        System.arraycopy(new Object[] {"reconcile", "--data", folder.resolve("data"), "--config", yaml}, 0, all, 0, 5);
        System.arraycopy(words, 0, all, 5, words.length);
        return Shell.run(all);
    }

    private static List<String> headlines(Shell.Result result) {
        return result.out()
                .lines()
                .filter(line -> !line.startsWith(" ") && !line.contains(" compared"))
                .toList();
    }
}
