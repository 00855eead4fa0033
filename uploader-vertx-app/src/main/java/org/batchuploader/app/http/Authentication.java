package org.batchuploader.app.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.batchuploader.core.user.Credentials;
import org.batchuploader.core.user.Login;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;

/** Logs people in: HTTP Basic, or from this machine the token that only those can read who can read the data folder. */
final class Authentication {
    private static final Owner LOCAL = new Owner("local-administrator", true, null);

    private final UserDirectory users;
    private final LoginCache cache;
    private final Threads threads;
    private final String localToken;

    Authentication(UserDirectory users, LoginCache cache, Threads threads, String localToken) {
        this.users = users;
        this.cache = cache;
        this.threads = threads;
        this.localToken = localToken;
    }

    /** Fails with a {@link Refusal} when nobody is let in. */
    Future<Owner> login(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        String scheme = header == null ? "" : header.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        String value =
                header == null || header.length() <= scheme.length() ? "" : header.substring(scheme.length() + 1);
        return switch (scheme) {
            case "basic" -> basic(value.strip(), request.remoteAddress().hostAddress());
            case "bearer" -> bearer(value.strip(), request);
            default -> Future.failedFuture(unauthorized());
        };
    }

    private Future<Owner> bearer(String token, HttpServerRequest request) {
        boolean right = MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), localToken.getBytes(StandardCharsets.UTF_8));
        return right && Peer.isLocal(request) ? Future.succeededFuture(LOCAL) : Future.failedFuture(unauthorized());
    }

    private Future<Owner> basic(String encoded, String address) {
        Optional<Owner> known = cache.find(encoded);
        if (known.isPresent()) {
            return Future.succeededFuture(known.get());
        }
        return threads.inCore(() -> {
            String[] pair = decode(encoded);
            Owner owner = owner(users.login(new Credentials(pair[0], pair[1], address)));
            cache.remember(encoded, owner);
            return owner;
        });
    }

    private static Owner owner(Login login) {
        if (login instanceof Login.Accepted accepted) {
            return accepted.owner();
        }
        if (login instanceof Login.Throttled throttled) {
            throw new Throttled(throttled.retryAfter());
        }
        if (login instanceof Login.Disabled) {
            throw new Refusal(403, "ACCOUNT_DISABLED", "This account is switched off.");
        }
        throw unauthorized();
    }

    private static String[] decode(String encoded) {
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            if (pair.length == 2) {
                return pair;
            }
        } catch (IllegalArgumentException e) {
            throw unauthorized();
        }
        throw unauthorized();
    }

    private static Refusal unauthorized() {
        return new Refusal(401, "UNAUTHORIZED", "Log in with your user name and password.");
    }
}
