package org.batchuploader.geoserver.client;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.Param;
import feign.RequestLine;

/** The REST calls whose bodies are small. Names are checked before they come here. */
interface RestApi {
    String FEATURE_TYPES = "/rest/workspaces/{workspace}/datastores/{store}/featuretypes";
    String COVERAGES = "/rest/workspaces/{workspace}/coveragestores/{store}/coverages";

    @RequestLine("GET /rest/about/version.json")
    Documents.About about();

    @RequestLine("GET /rest/workspaces/{workspace}.json")
    JsonNode workspace(@Param("workspace") String workspace);

    @RequestLine("POST /rest/workspaces")
    @Headers("Content-Type: application/json")
    void createWorkspace(Documents.Workspace workspace);

    @RequestLine("GET " + FEATURE_TYPES + "/{name}.json")
    Documents.FeatureType featureType(
            @Param("workspace") String workspace, @Param("store") String store, @Param("name") String name);

    @RequestLine("POST " + FEATURE_TYPES)
    @Headers("Content-Type: application/json")
    void createFeatureType(
            @Param("workspace") String workspace, @Param("store") String store, Documents.FeatureType featureType);

    @RequestLine("PUT " + FEATURE_TYPES + "/{name}?recalculate=nativebbox,latlonbbox")
    @Headers("Content-Type: application/json")
    void updateFeatureType(
            @Param("workspace") String workspace,
            @Param("store") String store,
            @Param("name") String name,
            Documents.FeatureType featureType);

    @RequestLine("GET " + COVERAGES + "/{name}.json")
    Documents.Coverage coverage(
            @Param("workspace") String workspace, @Param("store") String store, @Param("name") String name);

    @RequestLine("PUT " + COVERAGES + "/{name}?recalculate=nativebbox,latlonbbox")
    @Headers("Content-Type: application/json")
    void updateCoverage(
            @Param("workspace") String workspace,
            @Param("store") String store,
            @Param("name") String name,
            Documents.Coverage coverage);

    @RequestLine("GET /rest/layers/{workspace}:{name}.json")
    JsonNode layer(@Param("workspace") String workspace, @Param("name") String name);

    @RequestLine("DELETE /rest/workspaces/{workspace}/{kind}/{store}?recurse=true&purge=all")
    void deleteStore(@Param("workspace") String workspace, @Param("kind") String kind, @Param("store") String store);
}
