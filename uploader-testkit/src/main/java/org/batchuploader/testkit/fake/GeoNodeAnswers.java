package org.batchuploader.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** How GeoNode says things. */
final class GeoNodeAnswers {
    static final JsonMapper JSON = new JsonMapper();

    private GeoNodeAnswers() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ResponseDefinitionBuilder json(int status, JsonNode body) {
        return WireMock.aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body.toString());
    }

    static ResponseDefinitionBuilder empty(int status) {
        return WireMock.aResponse().withStatus(status);
    }

    /** As {@code geonode/base/api/exceptions.py} shapes what Django REST Framework raises. */
    static ResponseDefinitionBuilder error(int status, String sentence, String code) {
        ObjectNode body = object().put("success", false).put("code", code);
        body.putArray("errors").add(sentence);
        return json(status, body);
    }

    static ResponseDefinitionBuilder notFound() {
        return json(404, object().put("detail", "Not found."));
    }

    static ResponseDefinitionBuilder unauthorised(String sentence, String code) {
        return error(401, sentence, code).withHeader("WWW-Authenticate", "Basic realm=\"api\"");
    }

    static ResponseDefinitionBuilder forbidden() {
        return error(403, "You do not have permission to perform this action.", "permission_denied");
    }

    static ResponseDefinitionBuilder ident() {
        return json(200, object().put("version", "5.0.2").put("name", "A map"))
                .withHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    }

    /** How an operation says no. */
    static ResponseDefinitionBuilder refusal(String operation) {
        return switch (operation) {
            case "userinfo" -> GeoNodePeople.nobody();
            case "permit", "permissions", "delete" -> empty(403);
            case "upload" -> error(400, "shapefile: the files are not valid.", "invalid");
            case "datasets", "dataset" -> forbidden();
            default -> error(400, "This is not allowed.", "invalid");
        };
    }
}
