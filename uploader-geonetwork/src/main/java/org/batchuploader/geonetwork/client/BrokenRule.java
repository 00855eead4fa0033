package org.batchuploader.geonetwork.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What GeoNetwork's validation finds wrong in a record it has.
 *
 * @param report by whose rules: {@code xsd}, {@code schematron-rules-iso}, ...
 * @param required whether GeoNetwork takes the record for invalid because of it
 * @param sentence GeoNetwork's own
 */
public record BrokenRule(String report, boolean required, String sentence) {
    static List<BrokenRule> in(JsonNode reports) {
        List<BrokenRule> broken = new ArrayList<>();
        for (JsonNode report : reports.path("report")) {
            boolean required = report.path("requirement").asText("REQUIRED").equals("REQUIRED");
            for (JsonNode pattern : report.path("patterns").path("pattern")) {
                for (JsonNode rule : pattern.path("rules").path("rule")) {
                    if (rule.path("type").asText().equals("error")) {
                        broken.add(new BrokenRule(report.path("id").asText(), required, sentence(pattern, rule)));
                    }
                }
            }
        }
        return List.copyOf(broken);
    }

    private static String sentence(JsonNode pattern, JsonNode rule) {
        for (String said : List.of("msg", "details", "test")) {
            String text = rule.path(said).asText("");
            if (!text.isBlank()) {
                return GeoNetworkRefusals.shortened(text);
            }
        }
        return GeoNetworkRefusals.shortened(pattern.path("title").asText(""));
    }
}
