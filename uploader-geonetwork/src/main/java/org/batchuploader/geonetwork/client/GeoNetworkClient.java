package org.batchuploader.geonetwork.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Feign;
import feign.FeignException;
import feign.RequestTemplate;
import feign.Response;
import feign.Retryer;
import feign.codec.Encoder;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.FeignTransport;
import org.batchuploader.remote.HttpTransport;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.StreamedBody;
import org.jspecify.annotations.Nullable;

/**
 * A GeoNetwork 4 by its REST. Thread-safe. Every call has time limits and reads a bounded answer; none is repeated but
 * one that the guard against forged requests did not let through. Throws {@link RemoteException}; identifiers that are
 * not plain throw {@link IllegalArgumentException} before anything is sent.
 *
 * <pre>{@code
 * GeoNetworkClient geonetwork = GeoNetworkClient.at(URI.create("https://example.org/geonetwork"))
 *         .credentials("editor", password)
 *         .build();
 * geonetwork.put("2f8a5c4e-0d0b-4a52-9f0e-0c7c1a9b1c11", xml, null, true);
 * }</pre>
 */
public final class GeoNetworkClient {
    static final String SYSTEM = "GeoNetwork";

    private final String base;
    private final String authorization;
    private final boolean rejectIfInvalid;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final HttpTransport transport;
    private final GuardedRefusals refusals = new GuardedRefusals();
    private final Xsrf xsrf;
    private final GeoNetworkApi api;

    GeoNetworkClient(GeoNetworkClientBuilder builder) {
        this.base = builder.base();
        this.authorization = builder.authorization();
        this.rejectIfInvalid = builder.rejectIfInvalid();
        this.transport = new HttpTransport(SYSTEM, builder.connectLimit(), builder.readLimit());
        this.xsrf = new Xsrf(transport, base, authorization, refusals);
        this.api = Feign.builder()
                .client(new FeignTransport(transport, refusals))
                .encoder(new RecordEncoder(new JacksonEncoder(json)))
                .decoder(new JacksonDecoder(json))
                .retryer(Retryer.NEVER_RETRY)
                .requestInterceptor(this::sign)
                .target(GeoNetworkApi.class, base);
    }

    /** @param base up to and with the context path, {@code http://localhost:8080/geonetwork} */
    public static GeoNetworkClientBuilder at(URI base) {
        return new GeoNetworkClientBuilder(base);
    }

    /** The version GeoNetwork says it is. */
    public String version() {
        Map<String, JsonNode> site = call(api::site);
        JsonNode version = site.get("system/platform/version");
        return version == null ? "unknown" : version.asText();
    }

    /** Whom GeoNetwork takes us for; empty when for nobody. */
    public Optional<GeoNetworkUser> me() {
        byte[] body = call(() -> bytes(api.me()));
        try {
            return body.length == 0 ? Optional.empty() : Optional.of(GeoNetworkUser.of(json.readTree(body)));
        } catch (IOException e) {
            throw new RemoteException.Refused(SYSTEM, "what answers is not GeoNetwork's REST", e);
        }
    }

    /** The number of a group by its name, compared without case. */
    public OptionalInt group(String name) {
        return call(api::groups).stream()
                .filter(group -> group.name().equalsIgnoreCase(name))
                .mapToInt(Documents.Group::id)
                .findFirst();
    }

    /**
     * Puts a record, new or in place of the one with that identifier, whose privileges stay. Returns when GeoNetwork's
     * report names the record; a report with errors, or of nothing, is a refusal whatever the status.
     *
     * @param uuid the record's identifier
     * @param record as XML
     * @param group which shall own a new record, absent for the user's first
     * @param publishToAll whether everybody may see it
     */
    public void put(String uuid, byte[] record, @Nullable Integer group, boolean publishToAll) {
        RecordId.require(uuid);
        Documents.Report report =
                change(() -> api.put(publishToAll, rejectIfInvalid, group == null ? null : group.toString(), record));
        List<JsonNode> problems = report.problems();
        if (!problems.isEmpty()) {
            throw new RemoteException.Refused(
                    SYSTEM,
                    GeoNetworkRefusals.shortened(problems.stream()
                            .map(problem -> problem.path("message").asText(problem.asText("")))
                            .collect(Collectors.joining("; "))));
        }
        if (!report.records().contains(uuid)) {
            throw new RemoteException.Refused(SYSTEM, "GeoNetwork reports success, but no record " + uuid);
        }
    }

    /** The record as XML; empty when there is none that we may see. */
    public Optional<byte[]> record(String uuid) {
        RecordId.require(uuid);
        try {
            return Optional.of(call(() -> bytes(api.record(uuid))));
        } catch (RemoteException.NotFound none) {
            return Optional.empty();
        }
    }

    /** Lets everybody see a record. Asks for a Reviewer; {@link #put} can do it as an Editor. */
    public void publish(String uuid) {
        RecordId.require(uuid);
        run(() -> api.publish(uuid));
    }

    /** Lets a group see and download; other groups keep what they may. */
    public void share(String uuid, int group, boolean editing) {
        RecordId.require(uuid);
        var operations = Map.of("view", true, "download", true, "dynamic", true, "editing", editing);
        run(() -> api.share(uuid, new Documents.Sharing(false, List.of(new Documents.Privilege(group, operations)))));
    }

    /** Where an attachment of a record can be fetched. */
    public URI attachment(String uuid, String name) {
        return URI.create(
                base + "/srv/api/records/" + RecordId.require(uuid) + "/attachments/" + RecordId.require(name));
    }

    /**
     * Attaches a file that everybody who sees the record may fetch, in place of one of the same name.
     *
     * @param name plain, {@code thumbnail.png}
     * @param type media type
     */
    public void attach(String uuid, String name, String type, StreamedBody file) {
        URI address = attachment(uuid, name);
        try {
            run(() -> api.deleteAttachment(uuid, name));
        } catch (RemoteException.NotFound none) {
            // The first of that name.
        }
        URI all = URI.create(base + "/srv/api/records/" + uuid + "/attachments?visibility=public");
        change(() -> {
            Xsrf.Pass pass = xsrf.pass();
            HttpRequest.Builder request = HttpRequest.newBuilder(all)
                    .header("Accept", "application/json")
                    .header("Authorization", authorization)
                    .header("X-XSRF-TOKEN", pass.token())
                    .header("Cookie", pass.cookies())
                    .header("Content-Type", Multipart.contentType());
            Answer answer = transport.send(request, "POST", new Multipart(name, type, file));
            if (!answer.isSuccess()) {
                throw refusals.of("POST " + address.getPath(), answer);
            }
            return answer;
        });
    }

    /** Deletes a record with its attachments; false when there is none. */
    public boolean delete(String uuid) {
        RecordId.require(uuid);
        try {
            run(() -> api.delete(uuid));
            return true;
        } catch (RemoteException.NotFound gone) {
            return false;
        }
    }

    private void sign(RequestTemplate request) {
        request.header("Authorization", authorization);
        if (!request.method().equals("GET")) {
            Xsrf.Pass pass = xsrf.pass();
            request.header("X-XSRF-TOKEN", pass.token());
            request.header("Cookie", pass.cookies());
        }
    }

    private void run(Runnable call) {
        change(() -> {
            call.run();
            return true;
        });
    }

    private <T> T change(Supplier<T> call) {
        return xsrf.guarded(() -> call(call));
    }

    private static <T> T call(Supplier<T> call) {
        try {
            T answer = call.get();
            if (answer == null) {
                throw new RemoteException.Refused(SYSTEM, "GeoNetwork answered with nothing");
            }
            return answer;
        } catch (FeignException e) {
            throw new RemoteException.Refused(SYSTEM, "what answers is not GeoNetwork's REST: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(Response response) {
        try (response) {
            return response.body() == null
                    ? new byte[0]
                    : response.body().asInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record goes as it is, everything else as JSON. */
    private record RecordEncoder(Encoder json) implements Encoder {
        @Override
        public void encode(Object object, java.lang.reflect.Type type, RequestTemplate template) {
            if (object instanceof byte[] bytes) {
                template.body(bytes, java.nio.charset.StandardCharsets.UTF_8);
            } else {
                json.encode(object, type, template);
            }
        }
    }
}
