package org.batchuploader.core.user;

import org.jspecify.annotations.Nullable;

/**
 * A person or program that may deliver.
 *
 * @param name the login name, already canonical (see {@link UserName})
 * @param administrator sees everybody's uploads
 * @param email where notices go, when known
 */
public record Owner(String name, boolean administrator, @Nullable String email) {
    public Owner {
        UserName.requireValid(name);
    }

    public static Owner named(String name) {
        return new Owner(name, false, null);
    }

    /** Whether this owner may see and touch what belongs to {@code other}. */
    public boolean maySee(String other) {
        return administrator || name.equals(other);
    }
}
