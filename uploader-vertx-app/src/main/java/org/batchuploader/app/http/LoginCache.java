package org.batchuploader.app.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.batchuploader.core.user.Owner;

/** Remembers logins that succeeded for a minute, so that the slow hash is not paid for each request. Holds no password. */
public final class LoginCache {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final int LARGEST = 2000;

    private record Remembered(Owner owner, Instant until) {}

    private final InstantSource clock;
    private final SecretKeySpec key;
    private final Map<String, Remembered> logins = new LinkedHashMap<>(16, 0.75f, false) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > LARGEST;
        }
    };

    public LoginCache(InstantSource clock) {
        this.clock = clock;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    Optional<Owner> find(String credentials) {
        String hash = hash(credentials);
        synchronized (this) {
            return Optional.ofNullable(logins.get(hash))
                    .filter(r -> r.until().isAfter(clock.instant()))
                    .map(Remembered::owner);
        }
    }

    void remember(String credentials, Owner owner) {
        String hash = hash(credentials);
        synchronized (this) {
            logins.put(hash, new Remembered(owner, clock.instant().plus(LIFE)));
        }
    }

    /** Forgets all of them; after an account changed. */
    synchronized void clear() {
        logins.clear();
    }

    private String hash(String credentials) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(credentials.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
