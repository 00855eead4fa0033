package org.batchuploader.geonode.client;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls whose bodies are small. An answer without a body is null. Filters are {@code filter{field}}, which Feign must not read. */
interface RestApi {
    @RequestLine("GET /ident.json")
    @Nullable JsonNode ident();

    @RequestLine("GET /api/o/v4/userinfo")
    Documents.@Nullable Identity userinfo();

    @RequestLine("GET /api/v2/users/?filter%7Busername%7D={name}&page_size=10")
    Documents.@Nullable Users usersNamed(@Param("name") String name);

    @RequestLine("GET /api/v2/users/?filter%7Bemail%7D={email}&page_size=10")
    Documents.@Nullable Users usersReachedBy(@Param("email") String email);

    @RequestLine("GET /api/v2/users/{pk}/groups")
    @Nullable List<Documents.GroupProfile> groupsOf(@Param("pk") long pk);

    @RequestLine("POST /api/v2/users/{pk}/transfer_resources")
    @Headers("Content-Type: application/json")
    void transfer(@Param("pk") long pk, Documents.Transfer transfer);

    @RequestLine("GET /api/v2/management/commands/")
    @Nullable JsonNode commands();

    @RequestLine("POST /api/v2/management/commands/{command}/")
    @Headers("Content-Type: application/json")
    Documents.@Nullable CommandAnswer start(@Param("command") String command, Documents.Command document);

    @RequestLine("GET /api/v2/management/jobs/{id}/status/")
    @Nullable JsonNode job(@Param("id") long id);

    @RequestLine("GET /api/v2/datasets/?filter%7Balternate%7D={alternate}&page_size=10")
    Documents.@Nullable Datasets datasetsOf(@Param("alternate") String alternate);

    @RequestLine("GET /api/v2/datasets/?filter%7Bname.startswith%7D={prefix}&page_size=10")
    Documents.@Nullable Datasets datasetsBeginning(@Param("prefix") String prefix);

    @RequestLine("GET /api/v2/datasets/?page={page}&page_size=100")
    Documents.@Nullable Datasets datasets(@Param("page") int page);

    @RequestLine("GET /api/v2/datasets/{pk}")
    Documents.@Nullable OneDataset dataset(@Param("pk") long pk);

    @RequestLine("PATCH /api/v2/datasets/{pk}")
    @Headers("Content-Type: application/json")
    void change(@Param("pk") long pk, DatasetChange change);

    @RequestLine("DELETE /api/v2/resources/{pk}/delete")
    Documents.@Nullable Started delete(@Param("pk") long pk);

    @RequestLine("GET /api/v2/resources/{pk}/permissions")
    Documents.@Nullable Permissions permissions(@Param("pk") long pk);

    @RequestLine("PATCH /api/v2/resources/{pk}/permissions")
    @Headers("Content-Type: application/json")
    Documents.@Nullable Started permit(@Param("pk") long pk, Documents.Grants grants);

    @RequestLine("GET /api/v2/executionrequest/{id}")
    Documents.@Nullable OneExecution execution(@Param("id") String id);

    @RequestLine("GET /api/v2/executionrequest/?filter%7Bname%7D={name}&page_size=50")
    Documents.@Nullable Executions executionsNamed(@Param("name") String name);

    @RequestLine("GET /api/v2/executionrequest/?page_size=1")
    Documents.@Nullable Executions oneExecution();

    @RequestLine("GET /api/v2/upload-size-limits/")
    @Nullable JsonNode sizeLimits();
}
