package org.batchuploader.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GeoNetwork's search, as far as a prefix of a resource's identifier, by identifier of record and from one on. */
final class FakeSearch {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CODE =
            Pattern.compile("<(?:\\w+:)?code>\\s*<(?:\\w+:)?CharacterString>([^<]*)</(?:\\w+:)?CharacterString>");

    private final Map<String, FakeRecord> records;

    FakeSearch(Map<String, FakeRecord> records) {
        this.records = records;
    }

    ResponseDefinitionBuilder answer(byte[] body) {
        try {
            JsonNode query = JSON.readTree(body);
            String prefix = query.path("query")
                    .path("prefix")
                    .path("resourceIdentifier.code")
                    .asText();
            String last = query.path("search_after").path(0).asText("");
            ObjectNode found = JSON.createObjectNode();
            ArrayNode hits = found.putObject("hits").putArray("hits");
            records.forEach((uuid, record) -> {
                if (uuid.compareTo(last) > 0 && hits.size() < query.path("size").asInt(10)) {
                    add(hits, uuid, record, prefix);
                }
            });
            return WireMock.okJson(found.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ArrayNode hits, String uuid, FakeRecord record, String prefix) {
        Matcher code = CODE.matcher(record.xml());
        while (code.find()) {
            if (code.group(1).startsWith(prefix)) {
                ObjectNode source = hits.addObject().put("_id", uuid).putObject("_source");
                source.put("uuid", uuid)
                        .putArray("resourceIdentifier")
                        .addObject()
                        .put("code", code.group(1));
                return;
            }
        }
    }
}
