package org.batchuploader.geonetwork.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
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
import java.lang.reflect.Type;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.FeignTransport;
import org.batchuploader.remote.HttpTransport;
import org.batchuploader.remote.Multipart;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.Repeats;
import org.jspecify.annotations.Nullable;

/**
 * How all calls are made: those that only read are repeated within bounds; one that changes something carries GeoNetwork's
 * token, and is made again only when the guard against forged requests did not let it through.
 */
final class Calls {
    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private final HttpTransport transport;
    private final String base;
    private final @Nullable String authorization;
    private final Repeats repeats;
    private final GuardedRefusals refusals = new GuardedRefusals();
    private final Xsrf xsrf;
    private final GeoNetworkApi api;

    Calls(HttpTransport transport, String base, @Nullable String authorization, Repeats repeats) {
        this.transport = transport;
        this.base = base;
        this.authorization = authorization;
        this.repeats = repeats;
        this.xsrf = new Xsrf(() -> repeats.call(() -> send(request("/srv/api/me"), "GET", null)));
        this.api = Feign.builder()
                .client(new FeignTransport(transport, refusals))
                .encoder(new RecordEncoder(new JacksonEncoder(JSON)))
                .decoder(new JacksonDecoder(JSON))
                .retryer(Retryer.NEVER_RETRY)
                .requestInterceptor(this::sign)
                .target(GeoNetworkApi.class, base);
    }

    GeoNetworkApi api() {
        return api;
    }

    String base() {
        return base;
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

    /** A call that changes something. */
    <T> T change(Supplier<T> call) {
        return xsrf.guarded(() -> once(call));
    }

    void run(Runnable call) {
        change(() -> {
            call.run();
            return true;
        });
    }

    /** False when there was nothing to delete. */
    boolean delete(Runnable call) {
        try {
            run(call);
            return true;
        } catch (RemoteException.NotFound gone) {
            return false;
        }
    }

    /** Sends a form, its files read while they are sent. */
    Answer post(String path, Multipart form) {
        return change(() -> {
            Xsrf.Pass pass = xsrf.pass();
            HttpRequest.Builder request = request(path)
                    .header("X-XSRF-TOKEN", pass.token())
                    .header("Cookie", pass.cookies())
                    .header("Content-Type", form.mediaType());
            return send(request, "POST", form);
        });
    }

    private Answer send(HttpRequest.Builder request, String method, @Nullable Multipart form) {
        Answer answer = form == null ? transport.send(request.build()) : transport.send(request, method, form);
        if (!answer.isSuccess()) {
            throw refusals.of(method + " " + request.build().uri().getPath(), answer);
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private void sign(RequestTemplate request) {
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (!request.method().equals("GET")) {
            Xsrf.Pass pass = xsrf.pass();
            request.header("X-XSRF-TOKEN", pass.token());
            request.header("Cookie", pass.cookies());
        }
    }

    private static <T> T once(Supplier<T> call) {
        try {
            T answer = call.get();
            if (answer == null) {
                throw new RemoteException.Refused(GeoNetworkClient.SYSTEM, "GeoNetwork answered with nothing");
            }
            return answer;
        } catch (FeignException e) {
            throw notTheApi(e.getMessage(), e);
        }
    }

    static RemoteException notTheApi(@Nullable String why, Exception cause) {
        return new RemoteException.Refused(
                GeoNetworkClient.SYSTEM, "what answers is not GeoNetwork's REST: " + why, cause);
    }

    static byte[] bytes(Response response) {
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
        public void encode(Object object, Type type, RequestTemplate template) {
            if (object instanceof byte[] bytes) {
                template.body(bytes, StandardCharsets.UTF_8);
            } else {
                json.encode(object, type, template);
            }
        }
    }
}
