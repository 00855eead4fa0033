package org.batchuploader.core.user;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory that slows down guessing: after 5 failures for a name or 20 from an address within 15 minutes nobody may
 * try that name, or from there, for half a minute, and for twice as long after each further failure. A success clears
 * the name. An attempt counts while it is being checked, so that many at once gain nothing.
 */
public final class LoginThrottle implements UserDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(LoginThrottle.class);
    private static final int PER_NAME = 5;
    private static final int PER_ADDRESS = 20;
    private static final int REMEMBERED = 10_000;

    private final UserDirectory directory;
    private final InstantSource clock;
    private final Failures names = new Failures(PER_NAME, REMEMBERED);
    private final Failures addresses = new Failures(PER_ADDRESS, REMEMBERED);

    public LoginThrottle(UserDirectory directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Login login(Credentials credentials) {
        Instant now = clock.instant();
        Duration pause = begin(credentials, now);
        if (!pause.isZero()) {
            LOG.atInfo()
                    .addKeyValue("address", credentials.address())
                    .addKeyValue("retryAfter", pause)
                    .log("too many failed logins");
            return new Login.Throttled(pause);
        }
        boolean failed = false;
        try {
            Login answer = directory.login(credentials);
            failed = answer instanceof Login.Refused;
            if (answer instanceof Login.Accepted) {
                clear(credentials);
            }
            return answer;
        } finally {
            if (!failed) {
                takeBack(credentials, now);
            }
        }
    }

    @Override
    public Optional<Owner> find(String name) {
        return directory.find(name);
    }

    private synchronized Duration begin(Credentials credentials, Instant now) {
        Duration ofName = names.pause(key(credentials), now);
        Duration ofAddress = addresses.pause(credentials.address(), now);
        Duration longer = ofName.compareTo(ofAddress) > 0 ? ofName : ofAddress;
        if (longer.isZero()) {
            names.add(key(credentials), now);
            addresses.add(credentials.address(), now);
        }
        return longer;
    }

    private synchronized void takeBack(Credentials credentials, Instant at) {
        names.takeBack(key(credentials), at);
        addresses.takeBack(credentials.address(), at);
    }

    private synchronized void clear(Credentials credentials) {
        names.forget(key(credentials));
    }

    /** How many names and addresses are kept in mind. */
    synchronized int remembered() {
        return names.size() + addresses.size();
    }

    /** A name that no account can have is remembered by no more characters than one that could. */
    private static String key(Credentials credentials) {
        String name = credentials.name().toLowerCase(Locale.ROOT);
        return name.length() <= 64 ? name : name.substring(0, 64);
    }
}
