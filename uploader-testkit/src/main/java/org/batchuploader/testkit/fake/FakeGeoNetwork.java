package org.batchuploader.testkit.fake;

import static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder.okForJson;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * A GeoNetwork 4.4 with its REST, the guard against forged requests, and CSW-T. Its operations are {@code site}, {@code me},
 * {@code groups}, {@code search}, {@code put}, {@code record}, {@code publish}, {@code share}, {@code sharing}, {@code validate},
 * {@code attach}, {@code attachments}, {@code detach}, {@code delete}, {@code csw-get} and {@code csw-transaction}. Refusing a {@code put} is 201 with errors in the report, refusing a
 * transaction 200 with an exception report.
 */
public final class FakeGeoNetwork extends FakeSystem {
    public static final String USER = "editor";
    public static final String PASSWORD = "editor-word";

    private static final String API = "/srv/api/";

    private final Map<String, FakeRecord> records = new ConcurrentSkipListMap<>();
    private final FakeCsw csw = new FakeCsw(records);
    private final FakeSearch search = new FakeSearch(records);
    private volatile String token = "token-1";
    private volatile String profile = "Editor";
    private int tokens = 1;

    /** @param port 0 for any that is free */
    public FakeGeoNetwork(int port) {
        super(port, "/geonetwork");
    }

    /** The CSW endpoint that takes questions and, unlike GeoNetwork's own, transactions too, as pycsw does. */
    public URI csw() {
        return URI.create(address() + "/srv/eng/csw-publication");
    }

    /** Records it holds, by identifier. */
    public Map<String, FakeRecord> records() {
        return new TreeMap<>(records);
    }

    public Optional<FakeRecord> find(String uuid) {
        return Optional.ofNullable(records.get(uuid));
    }

    /** @throws java.util.NoSuchElementException when there is none */
    public FakeRecord record(String uuid) {
        return find(uuid).orElseThrow();
    }

    /** Puts a record there as somebody else would, in place of one with that identifier. */
    public void put(String uuid, String xml) {
        records.put(uuid, FakeRecord.of(xml, true));
    }

    /** Takes a record away as somebody else would. */
    public void remove(String uuid) {
        records.remove(uuid);
    }

    /** The token it gave is worth nothing from now on. */
    public synchronized void forgetTokens() {
        tokens++;
        token = "token-" + tokens;
    }

    /** Gives its user another profile, {@code RegisteredUser} for one. */
    public void profile(String other) {
        profile = other;
    }

    @Override
    protected String operation(Request request) {
        String path = path(request);
        String method = request.getMethod().getName();
        if (path.startsWith("/srv/eng/csw")) {
            return method.equals("GET") ? "csw-get" : "csw-transaction";
        }
        String[] parts = path.substring(Math.min(API.length(), path.length())).split("/");
        if (!parts[0].equals("records")) {
            return parts[0];
        }
        String last = parts[parts.length - 1];
        return switch (last) {
            case "publish" -> "publish";
            case "sharing" -> method.equals("GET") ? "sharing" : "share";
            case "attachments" -> method.equals("GET") ? "attachments" : "attach";
            case "internal" -> "validate";
            case "xml" -> "record";
            case "records" -> "put";
            default -> parts.length == 4 ? "detach" : "delete";
        };
    }

    @Override
    protected ResponseDefinitionBuilder answer(Request request) {
        String operation = operation(request);
        if (operation.startsWith("csw")) {
            return isUser(request) ? csw.answer(request) : unauthorised();
        }
        ResponseDefinitionBuilder stopped = guard(request, operation);
        return stopped != null ? stopped : rest(request, operation);
    }

    private @Nullable ResponseDefinitionBuilder guard(Request request, String operation) {
        boolean changes = !request.getMethod().getName().equals("GET");
        if (changes && !isGuarded(request)) {
            return aResponse()
                    .withStatus(403)
                    .withHeader("Content-Type", "text/html;charset=utf-8")
                    .withBody("<html><head><title>Error 403 Forbidden</title></head><body>Forbidden</body></html>");
        }
        if (operation.equals("site") || isUser(request)) {
            return null;
        }
        return request.containsHeader("Authorization") || !operation.equals("me") ? unauthorised() : me(204);
    }

    private ResponseDefinitionBuilder rest(Request request, String operation) {
        String[] parts = path(request).substring(API.length()).split("/");
        String uuid = parts.length > 1 ? parts[1] : "";
        return switch (operation) {
            case "site" -> okForJson(Map.of("system/platform/version", "4.4.0", "system/site/name", "My GeoNetwork"));
            case "me" -> me(200);
            case "groups" -> okForJson(List.of(Map.of("id", 1, "name", "all"), Map.of("id", 2, "name", "sample")));
            case "search" -> search.answer(request.getBody());
            case "put" -> put(request);
            case "record", "publish", "share", "sharing", "validate", "attach", "attachments", "detach", "delete" ->
                ofRecord(request, operation, uuid);
            default -> error(404, "not_found", "There is no " + request.getUrl());
        };
    }

    private ResponseDefinitionBuilder put(Request request) {
        String xml = request.getBodyAsString();
        String uuid = FakeRecord.identifier(xml);
        if (uuid.isEmpty()) {
            return error(400, "unsatisfied_request_parameter", "The record cannot be read or its schema detected.");
        }
        boolean all = request.queryParameter("publishToAll").containsValue("true");
        FakeRecord before = records.get(uuid);
        records.put(uuid, before == null ? FakeRecord.of(xml, all) : before.with(xml, all));
        return FakeReports.inserted(uuid);
    }

    private ResponseDefinitionBuilder ofRecord(Request request, String operation, String uuid) {
        FakeRecord record = records.get(uuid);
        if (record == null) {
            return error(404, "resource_not_found", "Record with UUID '" + uuid + "' not found in this catalog");
        }
        switch (operation) {
            case "record" -> {
                return aResponse()
                        .withHeader("Content-Type", "application/xml;charset=UTF-8")
                        .withBody(record.xml());
            }
            case "publish" -> {
                if (profile.equals("Editor")) {
                    return error(403, "forbidden", "Only a Reviewer may publish.");
                }
                records.put(uuid, record.with(record.xml(), true));
            }
            case "share" -> records.put(uuid, record.shared(request.getBodyAsString()));
            case "sharing" -> {
                return okJson(record.sharing().isEmpty() ? "{\"privileges\":[]}" : record.sharing());
            }
            case "validate" -> {
                return FakeReports.validated(record.xml());
            }
            case "attachments" -> {
                String name = "thumbnail.png";
                return okForJson(
                        record.attached() == 0
                                ? List.of()
                                : List.of(Map.of("id", uuid + "/attachments/" + name, "filename", name)));
            }
            case "attach" -> {
                records.put(uuid, record.attached(request.getBody().length));
                return okForJson(Map.of("id", uuid + "/attachments/thumbnail.png"))
                        .withStatus(201);
            }
            case "detach" -> {
                if (record.attached() == 0) {
                    return error(404, "resource_not_found", "Metadata resource not found");
                }
                records.put(uuid, record.attached(0));
            }
            default -> records.remove(uuid);
        }
        return aResponse().withStatus(204);
    }

    @Override
    protected ResponseDefinitionBuilder refusal(Request request) {
        return switch (operation(request)) {
            case "put" -> FakeReports.failed("Record is not valid");
            case "csw-get", "csw-transaction" ->
                FakeCsw.exception("CSW-T operations not allowed for this IP address: 192.0.2.9");
            default -> error(403, "forbidden", "Operation not allowed");
        };
    }

    @Override
    protected ResponseDefinitionBuilder lie(Request request) {
        return switch (operation(request)) {
            case "put" -> FakeReports.inserted(FakeRecord.identifier(request.getBodyAsString()));
            case "csw-transaction" -> FakeCsw.counts(0, 1, 1);
            case "me" -> me(204);
            case "record" -> error(404, "resource_not_found", "There is no such record in this catalog");
            case "groups", "attachments" -> okForJson(List.of());
            case "sharing" -> okJson("{\"privileges\":[]}");
            case "validate" -> okJson("{\"report\":[]}").withStatus(201);
            default -> aResponse().withStatus(204);
        };
    }

    @Override
    public String state() {
        var lines = new StringBuilder();
        records.forEach(
                (uuid, record) -> lines.append(uuid).append(' ').append(record).append('\n'));
        return lines.toString();
    }

    private ResponseDefinitionBuilder me(int status) {
        ResponseDefinitionBuilder answer = status == 204
                ? aResponse().withStatus(204)
                : okForJson(Map.of("id", "3", "username", USER, "profile", profile, "admin", false));
        return answer.withHeader("Set-Cookie", "XSRF-TOKEN=" + token + "; Path=/geonetwork", "JSESSIONID=s1; HttpOnly");
    }

    private boolean isGuarded(Request request) {
        var cookie = request.getCookies().get("XSRF-TOKEN");
        return cookie != null
                && cookie.getValue().equals(token)
                && token.equals(request.containsHeader("X-XSRF-TOKEN") ? request.getHeader("X-XSRF-TOKEN") : "");
    }

    private static boolean isUser(Request request) {
        String pair = USER + ":" + PASSWORD;
        return request.containsHeader("Authorization")
                && request.getHeader("Authorization")
                        .equals("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static ResponseDefinitionBuilder unauthorised() {
        return aResponse()
                .withStatus(401)
                .withHeader("WWW-Authenticate", "Basic realm=\"Geonetwork\"")
                .withHeader("Content-Type", "text/html")
                .withBody("<html><head><title>Error 401 Bad credentials</title></head></html>");
    }

    private static ResponseDefinitionBuilder error(int status, String code, String description) {
        return okForJson(Map.of("message", "ApiException", "code", code, "description", description))
                .withStatus(status);
    }

    private static String path(Request request) {
        return request.getUrl().replaceAll("\\?.*", "").replaceFirst("^/geonetwork", "");
    }
}
