package org.batchuploader.jdbc;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.batchuploader.core.user.UserAccounts;
import org.jspecify.annotations.Nullable;

/** Bcrypt hashes; what bcrypt would cut off at 72 bytes counts too, since longer passwords are digested first. */
final class Passwords {
    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

    private final int cost;
    private final byte[] nobody;

    Passwords(int cost) {
        this.cost = cost;
        this.nobody = hashed("nobody has this password").getBytes(StandardCharsets.US_ASCII);
    }

    String hash(String password) {
        if (password.length() < UserAccounts.SHORTEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "a password has at least " + UserAccounts.SHORTEST_PASSWORD + " characters");
        }
        return hashed(password);
    }

    /** @param hash absent for an unknown name; takes as long, and is false */
    boolean matches(String password, @Nullable String hash) {
        byte[] expected = hash == null ? nobody : hash.getBytes(StandardCharsets.US_ASCII);
        boolean right = BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
                .verify(password.getBytes(StandardCharsets.UTF_8), expected)
                .verified;
        return right && hash != null;
    }

    private String hashed(String password) {
        byte[] hash = BCrypt.with(VERSION, new SecureRandom(), LongPasswordStrategies.hashSha512(VERSION))
                .hash(cost, password.getBytes(StandardCharsets.UTF_8));
        return new String(hash, StandardCharsets.US_ASCII);
    }
}
