package org.batchuploader.geoserver.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Feign;
import feign.FeignException;
import feign.Retryer;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.FeignTransport;
import org.batchuploader.remote.HttpTransport;
import org.batchuploader.remote.Refusals;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.Repeats;
import org.batchuploader.remote.StreamedBody;
import org.jspecify.annotations.Nullable;

/** How all calls are made: those that only read are repeated within bounds, no other is. */
final class RestCalls {
    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}");
    private static final Refusals REFUSALS = new GeoServerRefusals();

    private final HttpTransport transport;
    private final String base;
    private final @Nullable String authorization;
    private final Repeats repeats;
    private final RestApi rest;

    RestCalls(HttpTransport transport, String base, @Nullable String authorization, Repeats repeats) {
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
                    if (authorization != null) {
                        request.header("Authorization", authorization);
                    }
                })
                .target(RestApi.class, base);
    }

    RestApi rest() {
        return rest;
    }

    /** A name that is a name and no path. */
    static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for GeoServer: \"" + name + "\"");
        }
        return name;
    }

    /** A call that only reads. */
    <T> T read(Supplier<T> call) {
        return repeats.call(() -> once(call));
    }

    <T> Optional<T> find(Supplier<T> call) {
        try {
            return Optional.of(read(call));
        } catch (RemoteException.NotFound none) {
            return Optional.empty();
        }
    }

    /** A call that changes something: made once. */
    static void run(Runnable call) {
        once(() -> {
            call.run();
            return true;
        });
    }

    /** False when there was nothing to delete. */
    static boolean delete(Runnable call) {
        try {
            run(call);
            return true;
        } catch (RemoteException.NotFound gone) {
            return false;
        }
    }

    /** @param pathAndQuery below the base, with names that were checked */
    Answer get(String pathAndQuery) {
        return repeats.call(() -> successful(
                "GET " + path(pathAndQuery),
                transport.send(request(pathAndQuery).GET().build())));
    }

    void send(String method, String pathAndQuery, String mediaType, StreamedBody body) {
        successful(
                method + " " + path(pathAndQuery),
                transport.send(request(pathAndQuery).header("Content-Type", mediaType), method, body));
    }

    void send(String method, String pathAndQuery, String mediaType, String body) {
        successful(
                method + " " + path(pathAndQuery),
                transport.send(request(pathAndQuery)
                        .header("Content-Type", mediaType)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build()));
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + pathAndQuery));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private static Answer successful(String what, Answer answer) {
        if (!answer.isSuccess()) {
            throw REFUSALS.of(what, answer);
        }
        return answer;
    }

    private static String path(String pathAndQuery) {
        return pathAndQuery.replaceFirst("\\?.*", "");
    }

    private static <T> T once(Supplier<T> call) {
        try {
            T answer = call.get();
            if (answer == null) {
                throw new RemoteException.Refused(GeoServerClient.SYSTEM, "GeoServer answered with nothing");
            }
            return answer;
        } catch (FeignException e) {
            throw new RemoteException.Refused(
                    GeoServerClient.SYSTEM, "what answers is not GeoServer's REST: " + e.getMessage(), e);
        }
    }
}
