package org.batchuploader.geoserver.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The envelopes GeoServer's JSON comes in. */
final class Documents {
    private Documents() {}

    record Workspace(Named workspace) {}

    record Named(String name) {}

    record FeatureType(Resource featureType) {}

    record Coverage(Resource coverage) {}

    record About(AboutResources about) {}

    record AboutResources(List<JsonNode> resource) {}
}
