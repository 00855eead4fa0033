package org.batchuploader.ftp;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rule for addresses in the settings: a host name or an IP address, looked up only when the door opens. */
final class Addresses {
    private static final Pattern VALID = Pattern.compile("[\\p{Alnum}._:%-]{1,253}");

    private Addresses() {}

    static @Nullable String valid(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return null;
        }
        if (!VALID.matcher(address).matches()) {
            throw new IllegalArgumentException("\"" + address + "\" is neither a host name nor an IP address");
        }
        return address;
    }
}
