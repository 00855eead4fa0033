package org.batchuploader.geonode.users;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A password as Django stores it, in the forms that GeoNode 2.10 to 5 configures: {@code pbkdf2_sha1}, {@code pbkdf2_sha256},
 * {@code sha1}, and {@code pbkdf2sha1_wrapped_sha1}, which a migration makes of {@code sha1}.
 *
 * @param rounds of PBKDF2, 0 for {@code sha1} alone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record DjangoPassword(Form form, int rounds, String salt, byte[] hash) {
    /** More rounds than any version of Django asks for would let one row keep a processor busy. */
    static final int MOST_ROUNDS = 10_000_000;

    /** How a hash is made. */
    enum Form {
        PBKDF2_SHA1("PBKDF2WithHmacSHA1", 20),
        PBKDF2_SHA256("PBKDF2WithHmacSHA256", 32),
        WRAPPED_SHA1("PBKDF2WithHmacSHA1", 20),
        SHA1("", 20);

        final String algorithm;
        final int bytes;

        Form(String algorithm, int bytes) {
            this.algorithm = algorithm;
            this.bytes = bytes;
        }
    }

    /** Empty for what is unusable ({@code !...}), of another form, or damaged. */
    static Optional<DjangoPassword> parse(String stored) {
        String[] parts = stored.split("\\$", -1);
        try {
            return switch (parts[0]) {
                case "pbkdf2_sha1" -> pbkdf2(Form.PBKDF2_SHA1, parts);
                case "pbkdf2_sha256" -> pbkdf2(Form.PBKDF2_SHA256, parts);
                case "pbkdf2sha1_wrapped_sha1" -> pbkdf2(Form.WRAPPED_SHA1, parts);
                case "sha1" -> sha1(parts);
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<DjangoPassword> pbkdf2(Form form, String[] parts) {
        if (parts.length != 4) {
            return Optional.empty();
        }
        int rounds = Integer.parseInt(parts[1]);
        return rounds < 1 || rounds > MOST_ROUNDS
                ? Optional.empty()
                : sound(new DjangoPassword(
                        form, rounds, parts[2], Base64.getDecoder().decode(parts[3])));
    }

    private static Optional<DjangoPassword> sha1(String[] parts) {
        return parts.length != 3
                ? Optional.empty()
                : sound(new DjangoPassword(
                        Form.SHA1, 0, parts[1], HexFormat.of().parseHex(parts[2])));
    }

    private static Optional<DjangoPassword> sound(DjangoPassword password) {
        return password.salt.isEmpty() || password.hash.length != password.form.bytes
                ? Optional.empty()
                : Optional.of(password);
    }

    /** Compares in constant time. */
    boolean matches(String password, Pbkdf2 pbkdf2) {
        byte[] derived =
                switch (form) {
                    case SHA1 -> sha1(salt, password);
                    case WRAPPED_SHA1 -> derive(pbkdf2, HexFormat.of().formatHex(sha1(salt, password)));
                    case PBKDF2_SHA1, PBKDF2_SHA256 -> derive(pbkdf2, password);
                };
        return MessageDigest.isEqual(hash, derived);
    }

    private byte[] derive(Pbkdf2 pbkdf2, String password) {
        return pbkdf2.derive(form, password, salt.getBytes(StandardCharsets.UTF_8), rounds);
    }

    private static byte[] sha1(String salt, String password) {
        try {
            return MessageDigest.getInstance("SHA-1").digest((salt + password).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-1", e);
        }
    }
}
