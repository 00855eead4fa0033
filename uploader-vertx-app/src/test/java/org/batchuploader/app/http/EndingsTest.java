package org.batchuploader.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.batchuploader.app.service.House;
import org.batchuploader.app.service.Visitor;
import org.batchuploader.testkit.sample.Damage;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndingsTest {
    @TempDir
    static Path folder;

    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = House.open(folder);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_thumbnail_is_a_picture_of_some_size_with_something_on_it() throws Exception {
        for (Path file : new Path[] {
            house.zip(SampleShapefile.polygons("pictured")),
            SampleGeoTiff.named("image.tif").size(900, 450).writeTo(folder)
        }) {
            JsonNode dataset = dataset(house.anna().ending(house.anna().upload(file)));
            HttpResponse<byte[]> png =
                    house.anna().bytes(dataset.path("thumbnail").asText());
            assertThat(png.headers().firstValue("Content-Type")).contains("image/png");
            var image = ImageIO.read(new ByteArrayInputStream(png.body()));
            assertThat(Math.max(image.getWidth(), image.getHeight())).isBetween(100, 1000);
            int[] colours = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            assertThat(Arrays.stream(colours).distinct().count()).isGreaterThan(1);
        }
    }

    @Test
    void a_preview_is_geojson_with_longitude_first() throws Exception {
        JsonNode dataset =
                dataset(house.anna().ending(house.anna().upload(house.zip(SampleShapefile.points("previewed")))));
        HttpResponse<String> answer = house.anna().get(dataset.path("preview").asText());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/geo+json");
        JsonNode collection = new ObjectMapper().readTree(answer.body());
        assertThat(collection.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(collection.path("features")).hasSize(10);
        JsonNode position = collection.path("features").get(0).path("geometry").path("coordinates");
        assertThat(position.get(0).asDouble()).isBetween(-84.0, -76.0);
        assertThat(position.get(1).asDouble()).isBetween(34.0, 36.5);
    }

    @Test
    void pictures_are_for_their_owner_only() throws Exception {
        JsonNode dataset = dataset(house.anna().ending(house.anna().upload(house.zip(SampleShapefile.points("hers")))));
        for (String picture : new String[] {"thumbnail", "preview"}) {
            String path = dataset.path(picture).asText();
            Refused.with(404, "NOT_FOUND", house.bert().get(path));
            Refused.with(401, "UNAUTHORIZED", house.stranger().get(path));
            assertThat(house.admin().bytes(path).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void what_failed_is_tried_again_and_what_did_not_is_left_alone() throws Exception {
        Path zip = Damage.cutInHalf(house.zip(SampleShapefile.points("torn").rows(100)));
        String id = house.anna().upload(zip);
        JsonNode failed = house.anna().ending(id);
        assertThat(failed.path("state").asText()).isEqualTo("FAILED");
        assertThat(failed.path("datasets").get(0).path("problems").findValuesAsText("code"))
                .containsExactly("ARCHIVE_DAMAGED");
        assertThat(retry(house.anna(), id).statusCode()).isEqualTo(202);
        await().until(() ->
                house.anna().read("/api/v1/uploads/" + id).path("history").findValuesAsText("state").stream()
                                .filter("FAILED"::equals)
                                .count()
                        == 2);
        String good = house.anna().upload(house.zip(SampleShapefile.points("whole")));
        house.anna().ending(good);
        Refused.with(409, "NOT_NOW", retry(house.anna(), good));
        Refused.with(404, "NOT_FOUND", retry(house.bert(), id));
    }

    @Test
    void what_is_published_is_taken_down() throws Exception {
        String id = house.anna().upload(house.zip(SampleShapefile.points("shortlived")));
        house.anna().ending(id);
        assertThat(house.stranger().get("/layers/shortlived/").statusCode()).isEqualTo(200);
        Refused.with(404, "NOT_FOUND", delete(house.bert(), id));
        assertThat(delete(house.anna(), id).statusCode()).isEqualTo(204);
        await().untilAsserted(() -> assertThat(
                        house.stranger().get("/layers/shortlived/").statusCode())
                .isEqualTo(404));
        assertThat(house.anna().ending(id).path("state").asText()).isEqualTo("CANCELLED");
        assertThat(delete(house.anna(), id).statusCode()).isEqualTo(204);
    }

    @Test
    void what_still_waits_for_files_is_cancelled() throws Exception {
        Path shp = house.parts(SampleShapefile.points("alone")).get(0);
        String id = house.anna().upload(shp);
        assertThat(house.anna().read("/api/v1/uploads/" + id).path("open").asBoolean())
                .isTrue();
        assertThat(delete(house.anna(), id).statusCode()).isEqualTo(204);
        JsonNode end = house.anna().ending(id);
        assertThat(end.path("state").asText()).isEqualTo("CANCELLED");
        assertThat(end.path("open").asBoolean()).isFalse();
    }

    @Test
    void two_owners_with_the_same_file_have_a_layer_each() throws Exception {
        Path zip = house.zip(SampleShapefile.points("shared"));
        JsonNode annas = dataset(house.anna().ending(house.anna().upload(zip)));
        JsonNode berts = dataset(house.bert().ending(house.bert().upload(zip)));
        assertThat(annas.path("layer").asText()).isEqualTo("shared");
        assertThat(berts.path("layer").asText()).isEqualTo("shared_2");
        assertThat(berts.path("problems").findValuesAsText("code")).containsExactly("NAME_CHANGED");
    }

    private static HttpResponse<String> retry(Visitor visitor, String id) throws Exception {
        return visitor.send("POST", "/api/v1/uploads/" + id + "/retry", BodyPublishers.noBody());
    }

    private static HttpResponse<String> delete(Visitor visitor, String id) throws Exception {
        return visitor.send("DELETE", "/api/v1/uploads/" + id, BodyPublishers.noBody());
    }

    private static JsonNode dataset(JsonNode upload) {
        assertThat(upload.path("state").asText()).as(upload.toString()).isEqualTo("PUBLISHED");
        return upload.path("datasets").get(0);
    }
}
