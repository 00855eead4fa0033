package org.batchuploader.geonode.users;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Checks passwords so that the time it takes tells nothing: names that nobody has, unusable passwords and cheap old hashes cost as
 * many rounds as the dearest hash seen, which is at least what GeoNode's Django makes by default.
 */
final class PasswordCheck {
    /** A password longer than this is nobody's. */
    private static final int LONGEST = 4096;

    private static final byte[] ANY_SALT = "abcdefghijklmnopqrstuv".getBytes(StandardCharsets.US_ASCII);

    private final Pbkdf2 pbkdf2;
    private final AtomicInteger dearest;

    /** @param rounds that a check costs at least */
    PasswordCheck(Pbkdf2 pbkdf2, int rounds) {
        this.pbkdf2 = pbkdf2;
        this.dearest = new AtomicInteger(rounds);
    }

    /** @param stored absent for a name that nobody has; costs as much, and is false */
    boolean matches(String password, @Nullable String stored) {
        Optional<DjangoPassword> known =
                Optional.ofNullable(stored).flatMap(DjangoPassword::parse).filter(ours -> isPassword(password));
        int cost = known.map(DjangoPassword::rounds).orElse(0);
        int price = dearest.accumulateAndGet(cost, Math::max);
        boolean right = known.isPresent() && known.get().matches(password, pbkdf2);
        if (price > cost) {
            pbkdf2.derive(DjangoPassword.Form.PBKDF2_SHA1, "nobody's", ANY_SALT, price - cost);
        }
        return right;
    }

    private static boolean isPassword(String password) {
        return !password.isEmpty() && password.length() <= LONGEST;
    }
}
