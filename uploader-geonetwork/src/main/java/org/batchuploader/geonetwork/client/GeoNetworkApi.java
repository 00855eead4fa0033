package org.batchuploader.geonetwork.client;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of {@code /srv/api} whose bodies are small. Identifiers are checked before they come here. */
@Headers("Accept: application/json")
interface GeoNetworkApi {
    String RECORD = "/srv/api/records/{uuid}";

    @RequestLine("GET /srv/api/site")
    Map<String, JsonNode> site();

    /** Nobody is told 204 and no body. */
    @RequestLine("GET /srv/api/me")
    Response me();

    @RequestLine("GET /srv/api/groups")
    List<Documents.Group> groups();

    @RequestLine("PUT /srv/api/records?metadataType=METADATA&uuidProcessing=OVERWRITE&rejectIfInvalid={strict}"
            + "&publishToAll={all}&group={group}")
    @Headers("Content-Type: application/xml")
    Documents.Report put(
            @Param("all") boolean publishToAll,
            @Param("strict") boolean rejectIfInvalid,
            @Param("group") @Nullable String group,
            byte[] record);

    @RequestLine("GET " + RECORD + "/formatters/xml")
    @Headers("Accept: application/xml")
    Response record(@Param("uuid") String uuid);

    @RequestLine("PUT " + RECORD + "/publish")
    void publish(@Param("uuid") String uuid);

    @RequestLine("PUT " + RECORD + "/sharing")
    @Headers("Content-Type: application/json")
    void share(@Param("uuid") String uuid, Documents.Sharing sharing);

    @RequestLine("GET " + RECORD + "/sharing")
    Documents.Privileges sharing(@Param("uuid") String uuid);

    @RequestLine("PUT " + RECORD + "/validate/internal")
    JsonNode validate(@Param("uuid") String uuid);

    @RequestLine("GET " + RECORD + "/attachments")
    List<Documents.Attachment> attachments(@Param("uuid") String uuid);

    @RequestLine("DELETE " + RECORD + "/attachments/{name}")
    void deleteAttachment(@Param("uuid") String uuid, @Param("name") String name);

    @RequestLine("DELETE " + RECORD + "?withBackup=false")
    void delete(@Param("uuid") String uuid);

    /** Elasticsearch's, which GeoNetwork narrows down to what we may see. */
    @RequestLine("POST /srv/api/search/records/_search")
    @Headers("Content-Type: application/json")
    JsonNode search(JsonNode query);
}
