package org.batchuploader.app.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.batchuploader.app.service.Visitor;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service with a workspace for each group. */
class GroupsIT {
    @TempDir
    static Path house;

    private static Landscape landscape;
    private static Packaged service;
    private static Visitor anna;
    private static Visitor bert;

    @TempDir
    Path folder;

    private Parcels parcels;

    @BeforeAll
    static void start() throws Exception {
        landscape = Landscape.ofFakes(house);
        service = Packaged.start(house, landscape, Map.of("UPLOADER_GEOSERVER_WORKSPACES", "group"));
        anna = service.user("anna", "--group", "town", "--group", "harbour");
        bert = service.user("bert");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        landscape.close();
    }

    @BeforeEach
    void pack() {
        parcels = new Parcels(folder);
    }

    @Test
    void the_first_group_counts_where_no_folder_names_one() throws Exception {
        published(anna.upload(parcels.zip(SampleShapefile.points("trees").rows(3))));
        assertThat(served("uploads_town", "trees")).hasValue(3);
    }

    @Test
    void a_folder_names_the_group_and_take_down_and_replacing_find_the_layer_there() throws Exception {
        try (FtpVisitor ftp = service.ftp("anna")) {
            ftp.makeFolder("Harbour");
            store(ftp, SampleShapefile.points("piers").rows(4));
            Packaged.published(anna, "piers");
            assertThat(served("uploads_harbour", "piers")).hasValue(4);
            assertThat(anna.read("/api/v1/me").path("groups"))
                    .extracting(JsonNode::asText)
                    .containsExactly("town", "harbour");
            ftp.delete("Harbour/piers.shp");
        }
        await().until(() -> served("uploads_harbour", "piers").isEmpty());
    }

    @Test
    void a_layer_stays_where_it_is_when_its_owner_leaves_the_group() throws Exception {
        String id = anna.upload(parcels.zip(SampleShapefile.points("stays").rows(2)));
        published(id);
        regroup("harbour");
        try {
            published(anna.upload(parcels.zip(SampleShapefile.points("stays").rows(5))));
            published(anna.upload(parcels.zip(SampleShapefile.points("fresh").rows(1))));
        } finally {
            regroup("town", "harbour");
        }
        assertThat(served("uploads_town", "stays")).hasValue(5);
        assertThat(served("uploads_harbour", "stays")).isEmpty();
        assertThat(served("uploads_harbour", "fresh")).hasValue(1);
    }

    @Test
    void without_a_group_it_is_the_workspace_of_all() throws Exception {
        JsonNode end = bert.ending(
                bert.upload(parcels.zip(SampleShapefile.points("alone").rows(6))));
        assertThat(end.path("state").asText()).as(end.toPrettyString()).isEqualTo("PUBLISHED");
        assertThat(served("uploads", "alone")).hasValue(6);
    }

    private static void regroup(String... groups) throws Exception {
        assertThat(service.administrator()
                        .json("PATCH", "/api/v1/admin/users/anna", Map.of("groups", List.of(groups)))
                        .statusCode())
                .isEqualTo(204);
    }

    private void store(FtpVisitor ftp, SampleShapefile sample) throws Exception {
        for (Path part : sample.writeTo(Files.createDirectories(folder.resolve("sent")))) {
            ftp.store(part, "Harbour/" + part.getFileName());
        }
    }

    private static void published(String upload) {
        JsonNode end = anna.ending(upload);
        assertThat(end.path("state").asText()).as(end.toPrettyString()).isEqualTo("PUBLISHED");
    }

    private static OptionalLong served(String workspace, String layer) {
        return landscape.fakes().geoServer().served(workspace, layer);
    }
}
