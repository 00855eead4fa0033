package org.batchuploader.geoserver.client;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.Param;
import feign.RequestLine;

/** The REST calls that speak JSON. Names are checked before they come here. */
interface RestApi {
    String STORE = "/rest/workspaces/{workspace}/datastores/{store}";
    String FEATURE_TYPES = STORE + "/featuretypes";
    String COVERAGES = "/rest/workspaces/{workspace}/coveragestores/{store}/coverages";

    /** The comma is encoded, since Feign makes two parameters of a plain one. */
    String COMPUTED = "?recalculate=nativebbox%2Clatlonbbox";

    String JSON = "Content-Type: application/json";

    @RequestLine("GET /rest/workspaces.json")
    JsonNode workspaces();

    @RequestLine("GET /rest/workspaces/{workspace}.json")
    JsonNode workspace(@Param("workspace") String workspace);

    @RequestLine("POST /rest/workspaces")
    @Headers(JSON)
    void createWorkspace(Documents.Workspace workspace);

    @RequestLine("GET /rest/workspaces/{workspace}/datastores.json")
    JsonNode dataStores(@Param("workspace") String workspace);

    @RequestLine("GET /rest/workspaces/{workspace}/coveragestores.json")
    JsonNode coverageStores(@Param("workspace") String workspace);

    @RequestLine("GET " + STORE + ".json")
    JsonNode dataStore(@Param("workspace") String workspace, @Param("store") String store);

    @RequestLine("POST /rest/workspaces/{workspace}/datastores")
    @Headers(JSON)
    void createDataStore(@Param("workspace") String workspace, Documents.DataStore store);

    @RequestLine("PUT " + STORE)
    @Headers(JSON)
    void updateDataStore(
            @Param("workspace") String workspace, @Param("store") String store, Documents.DataStore changed);

    @RequestLine("GET " + FEATURE_TYPES + ".json?list={which}")
    JsonNode featureTypes(
            @Param("workspace") String workspace, @Param("store") String store, @Param("which") String which);

    @RequestLine("GET " + FEATURE_TYPES + "/{name}.json")
    Documents.FeatureType featureType(
            @Param("workspace") String workspace, @Param("store") String store, @Param("name") String name);

    @RequestLine("POST " + FEATURE_TYPES)
    @Headers(JSON)
    void createFeatureType(
            @Param("workspace") String workspace, @Param("store") String store, Documents.FeatureType featureType);

    @RequestLine("PUT " + FEATURE_TYPES + "/{name}" + COMPUTED)
    @Headers(JSON)
    void updateFeatureType(
            @Param("workspace") String workspace,
            @Param("store") String store,
            @Param("name") String name,
            Documents.FeatureType featureType);

    @RequestLine("PUT " + FEATURE_TYPES + "/{name}/reset")
    void resetFeatureType(
            @Param("workspace") String workspace, @Param("store") String store, @Param("name") String name);

    @RequestLine("DELETE " + FEATURE_TYPES + "/{name}?recurse=true")
    void deleteFeatureType(
            @Param("workspace") String workspace, @Param("store") String store, @Param("name") String name);

    @RequestLine("GET " + COVERAGES + "/{name}.json")
    Documents.Coverage coverage(
            @Param("workspace") String workspace, @Param("store") String store, @Param("name") String name);

    @RequestLine("PUT " + COVERAGES + "/{name}" + COMPUTED)
    @Headers(JSON)
    void updateCoverage(
            @Param("workspace") String workspace,
            @Param("store") String store,
            @Param("name") String name,
            Documents.Coverage coverage);

    @RequestLine("GET /rest/layers/{workspace}:{name}.json")
    Documents.Layer layer(@Param("workspace") String workspace, @Param("name") String name);

    @RequestLine("PUT /rest/layers/{workspace}:{name}")
    @Headers(JSON)
    void updateLayer(@Param("workspace") String workspace, @Param("name") String name, Documents.Layer layer);

    @RequestLine("DELETE /rest/layers/{workspace}:{name}")
    void deleteLayer(@Param("workspace") String workspace, @Param("name") String name);

    @RequestLine("DELETE /rest/workspaces/{workspace}/styles/{name}?recurse=true&purge=true")
    void deleteStyle(@Param("workspace") String workspace, @Param("name") String name);

    @RequestLine("DELETE /rest/workspaces/{workspace}/{kind}/{store}?recurse=true&purge=all")
    void deleteStore(@Param("workspace") String workspace, @Param("kind") String kind, @Param("store") String store);

    @RequestLine("GET /rest/services/{module}/settings.json")
    JsonNode settings(@Param("module") String module);
}
