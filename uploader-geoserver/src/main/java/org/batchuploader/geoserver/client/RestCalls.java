package org.batchuploader.geoserver.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Feign;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import java.net.http.HttpRequest;
import java.util.regex.Pattern;
import org.batchuploader.remote.ClientCalls;
import org.batchuploader.remote.StreamedBody;

/** Calls of GeoServer's REST, WMS and WFS. */
final class RestCalls extends ClientCalls {
    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}");

    private final RestApi rest;

    RestCalls(GeoServerClientBuilder builder) {
        super(builder, "GeoServer's REST", new GeoServerRefusals());
        this.rest = small(
                RestApi.class, Feign.builder().encoder(new JacksonEncoder(JSON)).decoder(new JacksonDecoder(JSON)));
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

    void send(String method, String pathAndQuery, String mediaType, StreamedBody body) {
        send(method, request(pathAndQuery).header("Content-Type", mediaType), body);
    }

    void send(String method, String pathAndQuery, String mediaType, String body) {
        send(
                method,
                request(pathAndQuery).header("Content-Type", mediaType),
                HttpRequest.BodyPublishers.ofString(body));
    }
}
