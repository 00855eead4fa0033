package org.batchuploader.remote;

import feign.Feign;
import feign.FeignException;
import feign.Retryer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How all calls of a client are made, in one person's name: within its limits, those that only read repeated within bounds, every
 * other once. Whatever is no success is thrown as a {@link RemoteException}.
 */
public class ClientCalls {
    private final String system;
    private final String api;
    private final HttpTransport transport;
    private final String base;
    private final @Nullable String authorization;
    private final Repeats repeats;
    private final Refusals refusals;

    /**
     * @param api what should answer, for the trouble that something else does: {@code GeoServer's REST}
     * @param refusals what an answer that is no success becomes
     */
    public ClientCalls(ClientBuilder<?> settings, String api, Refusals refusals) {
        this(
                settings.system(),
                api,
                settings.transport(),
                settings.base(),
                settings.authorization(),
                settings.repeats(),
                refusals);
    }

    /** The same calls in another's name. */
    protected ClientCalls(ClientCalls like, String authorization) {
        this(like.system, like.api, like.transport, like.base, authorization, like.repeats, like.refusals);
    }

    private ClientCalls(
            String system,
            String api,
            HttpTransport transport,
            String base,
            @Nullable String authorization,
            Repeats repeats,
            Refusals refusals) {
        this.system = system;
        this.api = api;
        this.transport = transport;
        this.base = base;
        this.authorization = authorization;
        this.repeats = repeats;
        this.refusals = refusals;
    }

    /** An interface of small calls, sent as all others are. */
    protected final <A> A small(Class<A> calls, Feign.Builder feign) {
        return feign.client(new FeignTransport(transport, refusals))
                .retryer(Retryer.NEVER_RETRY)
                .requestInterceptor(request -> {
                    if (authorization != null) {
                        request.header("Authorization", authorization);
                    }
                })
                .target(calls, base);
    }

    /** The system's address, without a slash at its end. */
    public final String base() {
        return base;
    }

    /** A call that only reads. */
    public final <T> T read(Supplier<@Nullable T> call) {
        return repeats.call(() -> once(call));
    }

    /** A call that only reads; empty when there is no such thing. */
    public final <T> Optional<T> find(Supplier<@Nullable T> call) {
        try {
            return Optional.of(read(call));
        } catch (RemoteException.NotFound none) {
            return Optional.empty();
        }
    }

    /** A call that is made once. */
    public final <T> T once(Supplier<@Nullable T> call) {
        T answer = answered(call);
        if (answer == null) {
            throw new RemoteException.Refused(system, system + " answered with nothing");
        }
        return answer;
    }

    /** A call that is made once, whose answer nobody needs; some have none. */
    public void run(Runnable call) {
        answered(() -> {
            call.run();
            return null;
        });
    }

    /** A call that is made once; false when there was nothing to delete. */
    public final boolean delete(Runnable call) {
        try {
            run(call);
            return true;
        } catch (RemoteException.NotFound gone) {
            return false;
        }
    }

    private <T> @Nullable T answered(Supplier<@Nullable T> call) {
        try {
            return call.get();
        } catch (FeignException e) {
            throw somethingElse(String.valueOf(e.getMessage()), e);
        }
    }

    /** What answers is not what should. */
    public final RemoteException somethingElse(String why, Exception cause) {
        return new RemoteException.Refused(system, "what answers is not " + api + ": " + why, cause);
    }

    /** @param pathAndQuery below the base, with names that were checked */
    public final Answer get(String pathAndQuery) {
        return read(() -> send("GET", request(pathAndQuery), HttpRequest.BodyPublishers.noBody()));
    }

    /** @param pathAndQuery below the base, with names that were checked */
    public final HttpRequest.Builder request(String pathAndQuery) {
        return request(URI.create(base + pathAndQuery));
    }

    /** A request to the system in the person's name. */
    public final HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    public final Answer send(String method, HttpRequest.Builder request, HttpRequest.BodyPublisher body) {
        HttpRequest whole = request.method(method, body).build();
        return successful(whole, method, transport.send(whole));
    }

    /** Sends a body while it is read. */
    public final Answer send(String method, HttpRequest.Builder request, StreamedBody body) {
        return successful(request.build(), method, transport.send(request, method, body));
    }

    private Answer successful(HttpRequest request, String method, Answer answer) {
        if (!answer.isSuccess()) {
            throw refusals.of(method + " " + below(request.uri().getPath()), answer);
        }
        return answer;
    }

    private String below(String path) {
        String own = URI.create(base).getPath();
        return path.startsWith(own + "/") ? path.substring(own.length()) : path;
    }
}
