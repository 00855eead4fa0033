package org.batchuploader.geonode.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Feign;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import java.io.IOException;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.ClientCalls;
import org.batchuploader.remote.Multipart;

/** Calls of GeoNode's API in one person's name. */
final class Calls extends ClientCalls {
    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final RestApi rest;

    Calls(GeoNodeClientBuilder builder) {
        super(builder, "GeoNode's API", new GeoNodeRefusals());
        this.rest = made();
    }

    private Calls(Calls like, String authorization) {
        super(like, authorization);
        this.rest = made();
    }

    private RestApi made() {
        return small(
                RestApi.class,
                Feign.builder()
                        .encoder(new JacksonEncoder(JSON))
                        .decoder(new JacksonDecoder(JSON))
                        .requestInterceptor(request -> request.header("Accept", "application/json")));
    }

    /** The same GeoNode in another's name. */
    Calls as(String otherAuthorization) {
        return new Calls(this, otherAuthorization);
    }

    RestApi rest() {
        return rest;
    }

    /** Sends a form, its files read while they are sent. */
    Answer send(String method, String path, Multipart form) {
        return send(method, request(path).header("Content-Type", form.mediaType()), form);
    }

    <T> T parsed(Answer answer, Class<T> type) {
        try {
            return JSON.readValue(answer.body(), type);
        } catch (IOException e) {
            throw somethingElse(String.valueOf(e.getMessage()), e);
        }
    }
}
