package org.batchuploader.geonode.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Feign;
import feign.FeignException;
import feign.Retryer;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.FeignTransport;
import org.batchuploader.remote.HttpTransport;
import org.batchuploader.remote.Multipart;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.Repeats;
import org.jspecify.annotations.Nullable;

/** Calls in one person's name: those that only read are repeated within bounds, no other is. */
final class Calls {
    private static final GeoNodeRefusals REFUSALS = new GeoNodeRefusals();

    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final HttpTransport transport;
    private final String base;
    private final @Nullable String authorization;
    private final Repeats repeats;
    private final RestApi rest;

    Calls(HttpTransport transport, String base, @Nullable String authorization, Repeats repeats) {
        this.transport = transport;
        this.base = base;
        this.authorization = authorization;
        this.repeats = repeats;
        this.rest = Feign.builder()
                .client(new FeignTransport(transport, REFUSALS))
                .encoder(new JacksonEncoder(JSON))
                .decoder(new JacksonDecoder(JSON))
                .retryer(Retryer.NEVER_RETRY)
                .requestInterceptor(request -> {
                    request.header("Accept", "application/json");
                    if (authorization != null) {
                        request.header("Authorization", authorization);
                    }
                })
                .target(RestApi.class, base);
    }

    /** The same GeoNode in another's name. */
    Calls as(String otherAuthorization) {
        return new Calls(transport, base, otherAuthorization, repeats);
    }

    RestApi rest() {
        return rest;
    }

    String base() {
        return base;
    }

    /** A call that may be made twice. */
    <T> T read(Supplier<@Nullable T> call) {
        return repeats.call(() -> once(call));
    }

    <T> Optional<T> find(Supplier<@Nullable T> call) {
        try {
            return Optional.of(read(call));
        } catch (RemoteException.NotFound none) {
            return Optional.empty();
        }
    }

    /** A call that is made once. */
    static <T> T once(Supplier<@Nullable T> call) {
        T answer = answered(call);
        if (answer == null) {
            throw new RemoteException.Refused(GeoNodeClient.SYSTEM, "GeoNode answered with nothing");
        }
        return answer;
    }

    /** A call that is made once, whose answer nobody needs; some have none. */
    static void run(Runnable call) {
        answered(() -> {
            call.run();
            return null;
        });
    }

    private static <T> @Nullable T answered(Supplier<@Nullable T> call) {
        try {
            return call.get();
        } catch (FeignException e) {
            throw new RemoteException.Refused(
                    GeoNodeClient.SYSTEM, "what answers is not GeoNode's API: " + e.getMessage(), e);
        }
    }

    /** Sends a form, its files read while they are sent. */
    Answer send(String method, String path, Multipart form) {
        return successful(
                method + " " + path,
                transport.send(request(path).header("Content-Type", form.mediaType()), method, form));
    }

    Answer send(String method, String path, @Nullable String mediaType, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = request(path).method(method, body);
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        return successful(method + " " + path, transport.send(request.build()));
    }

    static <T> T parsed(Answer answer, Class<T> type) {
        try {
            return JSON.readValue(answer.body(), type);
        } catch (IOException e) {
            throw new RemoteException.Refused(
                    GeoNodeClient.SYSTEM, "what answers is not GeoNode's API: " + e.getMessage(), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private static Answer successful(String what, Answer answer) {
        if (!answer.isSuccess()) {
            throw REFUSALS.of(what, answer);
        }
        return answer;
    }
}
