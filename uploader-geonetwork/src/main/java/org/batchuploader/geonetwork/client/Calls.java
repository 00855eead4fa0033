package org.batchuploader.geonetwork.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Feign;
import feign.RequestTemplate;
import feign.Response;
import feign.codec.Encoder;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.batchuploader.remote.ClientCalls;
import org.batchuploader.remote.Multipart;

/**
 * Calls of GeoNetwork's REST: one that changes something carries GeoNetwork's token, and is made again only when the guard
 * against forged requests did not let it through.
 */
final class Calls extends ClientCalls {
    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private final Xsrf xsrf;
    private final GeoNetworkApi api;

    Calls(GeoNetworkClientBuilder builder) {
        super(builder, "GeoNetwork's REST", new GuardedRefusals());
        this.xsrf = new Xsrf(() -> read(() -> send("GET", json("/srv/api/me"), HttpRequest.BodyPublishers.noBody())));
        this.api = small(
                GeoNetworkApi.class,
                Feign.builder()
                        .encoder(new RecordEncoder(new JacksonEncoder(JSON)))
                        .decoder(new JacksonDecoder(JSON))
                        .requestInterceptor(this::pass));
    }

    private void pass(RequestTemplate request) {
        if (!request.method().equals("GET")) {
            Xsrf.Pass pass = xsrf.pass();
            request.header("X-XSRF-TOKEN", pass.token());
            request.header("Cookie", pass.cookies());
        }
    }

    GeoNetworkApi api() {
        return api;
    }

    /** A call that changes something. */
    <T> T change(Supplier<T> call) {
        return xsrf.guarded(() -> once(call));
    }

    /** A call that changes something. */
    @Override
    public void run(Runnable call) {
        xsrf.guarded(() -> {
            super.run(call);
            return true;
        });
    }

    /** Sends a form, its files read while they are sent. */
    void post(String path, Multipart form) {
        change(() -> {
            Xsrf.Pass pass = xsrf.pass();
            HttpRequest.Builder request = json(path)
                    .header("X-XSRF-TOKEN", pass.token())
                    .header("Cookie", pass.cookies())
                    .header("Content-Type", form.mediaType());
            return send("POST", request, form);
        });
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Accept", "application/json");
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
