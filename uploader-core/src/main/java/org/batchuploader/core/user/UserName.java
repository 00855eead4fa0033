package org.batchuploader.core.user;

import java.util.regex.Pattern;

/** The rule for login names: letters, digits and {@code . _ @ + -}, at most 64 characters, starting with no dot or dash. */
public final class UserName {
    private static final Pattern VALID = Pattern.compile("[\\p{L}\\p{N}_@+][\\p{L}\\p{N}._@+-]{0,63}");

    private UserName() {}

    public static boolean isValid(String name) {
        return VALID.matcher(name).matches();
    }

    static void requireValid(String name) {
        if (!isValid(name)) {
            throw new IllegalArgumentException(
                    "a user name has 1 to 64 letters, digits or . _ @ + - and does not begin with a dot or dash");
        }
    }
}
