package org.batchuploader.testkit.fake;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.List;
import java.util.Map;

/** GeoNetwork's reports of imports and validations, with status 201 whatever they report. */
final class FakeReports {
    private FakeReports() {}

    static ResponseDefinitionBuilder inserted(String uuid) {
        Map<String, Object> info = Map.of(
                "message",
                "Metadata imported with uuid '" + uuid + "'",
                "uuid",
                uuid,
                "draft",
                false,
                "approved",
                false,
                "date",
                "2026-11-23T09:00:00");
        return report(List.of(), Map.of("512", List.of(info)));
    }

    static ResponseDefinitionBuilder failed(String message) {
        return report(List.of(Map.of("message", message, "stack", "java.lang.Exception")), Map.of());
    }

    private static ResponseDefinitionBuilder report(List<Object> errors, Map<String, Object> infos) {
        return ResponseDefinitionBuilder.okForJson(Map.of(
                        "uuid",
                        "00000000-1111-2222-3333-444444444444",
                        "type",
                        "SimpleMetadataProcessingReport",
                        "errors",
                        errors,
                        "infos",
                        List.of(),
                        "metadata",
                        List.of(),
                        "metadataErrors",
                        Map.of(),
                        "metadataInfos",
                        infos,
                        "numberOfRecordsProcessed",
                        1,
                        "running",
                        false))
                .withStatus(201);
    }

    /** Asks for a title, as GeoNetwork's schematron does. */
    static ResponseDefinitionBuilder validated(String xml) {
        boolean titled = !FakeRecord.of(xml, false).title().isEmpty();
        Map<String, Object> rule = Map.of(
                "type", titled ? "success" : "error", "id", "1", "test", "gmd:title", "details", "Title is missing");
        Map<String, Object> pattern = Map.of("title", "Title", "rules", Map.of("rule", List.of(rule)));
        Map<String, Object> report = Map.of(
                "id",
                "schematron-rules-iso",
                "requirement",
                "REQUIRED",
                "error",
                titled ? 0 : 1,
                "patterns",
                Map.of("pattern", List.of(pattern)));
        return ResponseDefinitionBuilder.okForJson(Map.of("report", List.of(report)))
                .withStatus(201);
    }
}
