package org.batchuploader.testkit.fake;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.List;
import java.util.Map;

/** GeoNetwork's reports of imports, with status 201 whatever they report. */
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
}
