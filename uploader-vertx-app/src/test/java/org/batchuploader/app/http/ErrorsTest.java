package org.batchuploader.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.batchuploader.app.service.House;
import org.batchuploader.app.service.Visitor;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorsTest {
    private static final String NO_ID = "00000000000000000000";

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
    void liveness_and_readiness_are_for_everybody() throws Exception {
        assertThat(house.stranger().read("/livez").path("status").asText()).isEqualTo("live");
        assertThat(house.stranger().read("/readyz").path("status").asText()).isEqualTo("ready");
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        for (String path : List.of(
                "/nothing",
                "/api/v1/nothing",
                "/api/v2/uploads",
                "/api/v1/uploads/" + NO_ID,
                "/api/v1/uploads/1",
                "/api/v1/uploads/..%2F..%2Fuploader.mv.db",
                "/api/v1/uploads/%00",
                "/api/v1/datasets/" + NO_ID + "/thumbnail",
                "/api/v1/datasets/" + NO_ID + "/preview",
                "/layers/nothing/",
                "/layers/..%2F..%2Fetc/passwd")) {
            Refused.with(404, "NOT_FOUND", house.anna().get(path));
        }
    }

    @Test
    void a_method_an_address_does_not_take_is_refused_with_those_it_takes() throws Exception {
        HttpResponse<String> answer = house.anna().send("DELETE", "/api/v1/uploads", BodyPublishers.noBody());
        Refused.with(405, "METHOD_NOT_ALLOWED", answer);
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET", "POST"));
        Refused.with(
                405,
                "METHOD_NOT_ALLOWED",
                house.anna().send("PATCH", "/api/v1/uploads/" + NO_ID, BodyPublishers.noBody()));
    }

    @Test
    void who_is_not_logged_in_is_asked_for_name_and_password() throws Exception {
        for (Visitor visitor : List.of(
                house.stranger(),
                new Visitor(house.base(), "nobody:nothing"),
                new Visitor(house.base(), "no colon"),
                new Visitor(house.base(), ":"))) {
            HttpResponse<String> answer = visitor.get("/api/v1/uploads");
            Refused.with(401, "UNAUTHORIZED", answer);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(scheme -> assertThat(scheme).startsWith("Basic realm="));
        }
        for (String authorization : List.of("Basic", "Basic !!!", "Bearer nonsense", "Digest x")) {
            Refused.with(
                    401,
                    "UNAUTHORIZED",
                    house.stranger()
                            .send("GET", "/api/v1/uploads", BodyPublishers.noBody(), "Authorization", authorization));
        }
    }

    @Test
    void guessing_a_password_is_slowed_down_with_a_time_to_come_back() throws Exception {
        add("carla");
        HttpResponse<String> answer = new Visitor(house.base(), "carla:wrong-0").get("/api/v1/me");
        for (int i = 1; i < 20 && answer.statusCode() == 401; i++) {
            answer = new Visitor(house.base(), "carla:wrong-" + i).get("/api/v1/me");
        }
        Refused.with(429, "TOO_MANY_LOGINS", answer);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 3600L);
        Refused.with(429, "TOO_MANY_LOGINS", new Visitor(house.base(), "carla:carla-secret").get("/api/v1/me"));
        assertThat(house.anna().get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void an_account_that_is_switched_off_is_let_in_no_more_at_once() throws Exception {
        Visitor dora = add("dora");
        assertThat(dora.read("/api/v1/me").path("name").asText()).isEqualTo("dora");
        String account = "/api/v1/admin/users/dora";
        assertThat(house.admin()
                        .json("PATCH", account, Map.of("enabled", false))
                        .statusCode())
                .isEqualTo(204);
        Refused.with(403, "ACCOUNT_DISABLED", dora.get("/api/v1/me"));
        assertThat(house.admin().json("DELETE", account, "").statusCode()).isEqualTo(204);
        Refused.with(401, "UNAUTHORIZED", dora.get("/api/v1/me"));
        Refused.with(404, "NOT_FOUND", house.admin().json("DELETE", account, ""));
    }

    @Test
    void only_administrators_keep_users_and_mistakes_are_named() throws Exception {
        String users = "/api/v1/admin/users";
        Refused.with(403, "FORBIDDEN", house.anna().get(users));
        Refused.with(403, "FORBIDDEN", house.anna().json("POST", users, Map.of()));
        Refused.with(400, "USER_INVALID", house.admin().json("POST", users, Map.of("name", "eva")));
        Refused.with(
                400, "USER_INVALID", house.admin().json("POST", users, Map.of("name", "eva", "password", "short")));
        Refused.with(
                400,
                "USER_INVALID",
                house.admin().json("POST", users, Map.of("name", "../eva", "password", "long enough")));
        Refused.with(
                409,
                "NAME_TAKEN",
                house.admin().json("POST", users, Map.of("name", "Anna", "password", "long enough")));
        Refused.with(400, "JSON_INVALID", house.admin().json("POST", users, "{"));
        Refused.with(404, "NOT_FOUND", house.admin().json("PATCH", users + "/nobody", Map.of("enabled", true)));
    }

    @Test
    void an_administrator_sees_what_everybody_delivered() throws Exception {
        String id = house.anna().upload(house.zip(SampleShapefile.points("annas")));
        house.anna().ending(id);
        Refused.with(404, "NOT_FOUND", house.bert().get("/api/v1/uploads/" + id));
        assertThat(house.admin().read("/api/v1/uploads/" + id).path("owner").asText())
                .isEqualTo("anna");
    }

    @Test
    void what_another_site_sends_is_refused() throws Exception {
        Refused.with(
                403,
                "CROSS_SITE",
                house.anna()
                        .send(
                                "POST",
                                "/api/v1/uploads",
                                BodyPublishers.noBody(),
                                "Origin",
                                "https://elsewhere.example"));
    }

    @Test
    void requests_that_are_no_http_are_answered_with_problem_details_too() throws Exception {
        for (String head : List.of(
                house.anna().head("GET", "/" + "x".repeat(9000)),
                house.anna().head("GET", "/livez", "X-Long", "x".repeat(40_000)),
                "NONSENSE\r\n\r\n")) {
            try (Wire wire = new Wire(house.base())) {
                wire.send(head);
                assertThat(wire.answer())
                        .matches("(?s)HTTP/1\\.[01] 4.*")
                        .containsIgnoringCase("content-type: application/problem+json");
            }
        }
    }

    private static Visitor add(String name) throws Exception {
        Map<String, String> account = Map.of("name", name, "password", name + "-secret");
        assertThat(house.admin().json("POST", "/api/v1/admin/users", account).statusCode())
                .isEqualTo(201);
        return new Visitor(house.base(), name + ":" + name + "-secret");
    }
}
