package org.batchuploader.geonode.users;

import java.nio.ByteBuffer;
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
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.core.user.Credentials;
import org.batchuploader.core.user.Login;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory that lets those in while it cannot be asked who logged in shortly before, with the same password. It is asked each time
 * all the same, and what it says holds: a password it refuses is forgotten. Failures are never remembered, nor is any password: only a
 * keyed hash of it, with a key that ends with the process.
 */
public final class RememberedLogins implements UserDirectory {
    /** Enough for a restart of GeoNode. */
    public static final Duration USUAL_AGE = Duration.ofMinutes(15);

    public static final int USUAL_ENTRIES = 1000;

    private static final Logger log = LoggerFactory.getLogger(RememberedLogins.class);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private static final int MISSES = 5;

    private record Remembered(Owner owner, String hash, Instant at, int misses) {}

    private final UserDirectory directory;
    private final InstantSource clock;
    private final Duration age;
    private final SecretKeySpec key;
    private final Map<String, Remembered> logins;

    /**
     * @param age after which a login is forgotten; zero remembers none
     * @param entries that are kept; the one not used for longest goes first
     */
    public RememberedLogins(UserDirectory directory, InstantSource clock, Duration age, int entries) {
        this.directory = directory;
        this.clock = clock;
        this.age = age;
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
        this.logins = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
                return size() > entries;
            }
        };
    }

    @Override
    public Login login(Credentials credentials) {
        String hash = hash(credentials);
        try {
            Login answer = directory.login(credentials);
            note(credentials.name(), hash, answer);
            return answer;
        } catch (RemoteUnavailable down) {
            Owner owner = recall(credentials.name(), hash).orElseThrow(() -> down);
            log.atInfo()
                    .addKeyValue("owner", owner.name())
                    .addKeyValue("reason", down.getMessage())
                    .log("let in as before, since the user directory cannot be asked");
            return new Login.Accepted(owner);
        }
    }

    @Override
    public Optional<Owner> find(String name) {
        try {
            return directory.find(name);
        } catch (RemoteUnavailable down) {
            return Optional.of(named(name).orElseThrow(() -> down));
        }
    }

    private synchronized void note(String name, String hash, Login answer) {
        if (answer instanceof Login.Accepted accepted && !age.isZero()) {
            logins.put(name, new Remembered(accepted.owner(), hash, clock.instant(), 0));
        } else if (answer instanceof Login.Disabled) {
            logins.remove(name);
        } else if (answer instanceof Login.Refused) {
            logins.computeIfPresent(name, (key, login) -> login.hash().equals(hash) ? null : login);
        }
    }

    /** A name that is tried with other passwords meanwhile is forgotten, since nobody counts the attempts that are not answered. */
    private synchronized Optional<Owner> recall(String name, String hash) {
        forgetOld();
        Remembered login = logins.get(name);
        if (login == null) {
            return Optional.empty();
        }
        if (login.hash().equals(hash)) {
            return Optional.of(login.owner());
        }
        if (login.misses() + 1 == MISSES) {
            logins.remove(name);
        } else {
            logins.put(name, new Remembered(login.owner(), login.hash(), login.at(), login.misses() + 1));
        }
        return Optional.empty();
    }

    private synchronized Optional<Owner> named(String name) {
        forgetOld();
        return logins.values().stream()
                .map(Remembered::owner)
                .filter(owner -> owner.name().equals(name))
                .findFirst();
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(age);
        logins.values().removeIf(login -> !login.at().isAfter(oldest));
    }

    /** How many logins are kept in mind. */
    synchronized int remembered() {
        forgetOld();
        return logins.size();
    }

    private String hash(Credentials credentials) {
        byte[] name = credentials.name().getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
            mac.update(name);
            return HexFormat.of().formatHex(mac.doFinal(credentials.password().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
