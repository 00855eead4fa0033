package org.batchuploader.remote;

import feign.Client;
import feign.Request;
import feign.Response;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Set;

/** Lets Feign send through {@link HttpTransport}, so that every call has the same limits. */
public final class FeignTransport implements Client {
    private static final Set<String> SET_BY_HTTP_CLIENT = Set.of("content-length", "host", "connection", "expect");

    private final HttpTransport transport;
    private final Refusals refusals;

    /** @param refusals what an answer that is no success becomes */
    public FeignTransport(HttpTransport transport, Refusals refusals) {
        this.transport = transport;
        this.refusals = refusals;
    }

    @Override
    public Response execute(Request request, Request.Options options) {
        byte[] body = request.body();
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create(request.url()))
                .method(
                        request.httpMethod().name(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        request.headers().forEach((name, values) -> {
            if (!SET_BY_HTTP_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> http.header(name, value));
            }
        });
        Answer answer = transport.send(http.build());
        if (!answer.isSuccess()) {
            throw refusals.of(
                    request.httpMethod().name() + " "
                            + URI.create(request.url()).getPath(),
                    answer);
        }
        return Response.builder()
                .request(request)
                .status(answer.status())
                .headers(new HashMap<>(answer.headers()))
                .body(answer.body())
                .build();
    }
}
