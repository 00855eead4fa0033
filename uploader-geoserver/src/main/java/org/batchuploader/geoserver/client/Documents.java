package org.batchuploader.geoserver.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The envelopes GeoServer's JSON comes in. */
final class Documents {
    private Documents() {}

    record Workspace(Named workspace) {}

    record Named(String name) {}

    record FeatureType(Resource featureType) {}

    record Coverage(Resource coverage) {}

    record About(List<JsonNode> resource) {}

    record DataStore(Store dataStore) {}

    record Store(String name, String type, boolean enabled, Parameters connectionParameters) {}

    record Parameters(List<Entry> entry) {
        static Parameters of(Map<String, String> parameters) {
            return new Parameters(parameters.entrySet().stream()
                    .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                    .toList());
        }
    }

    record Entry(@JsonProperty("@key") String key, @JsonProperty("$") String value) {}

    record Layer(LayerBody layer) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LayerBody(StyleName defaultStyle, @Nullable Href resource) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StyleName(String name, @Nullable String workspace) {}

    record Href(String href) {}
}
