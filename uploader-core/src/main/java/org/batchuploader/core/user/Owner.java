package org.batchuploader.core.user;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person or program that may deliver.
 *
 * @param name the login name, already canonical (see {@link UserName})
 * @param administrator sees everybody's uploads
 * @param email where notices go, when known
 * @param groups that they belong to, in the directory's order; empty where it knows none
 */
public record Owner(String name, boolean administrator, @Nullable String email, List<String> groups) {
    public Owner {
        UserName.requireValid(name);
        groups = List.copyOf(groups);
    }

    /** Of no group. */
    public Owner(String name, boolean administrator, @Nullable String email) {
        this(name, administrator, email, List.of());
    }

    public Owner withEmail(@Nullable String newEmail) {
        return new Owner(name, administrator, newEmail, groups);
    }

    public Owner withGroups(List<String> newGroups) {
        return new Owner(name, administrator, email, newGroups);
    }

    public static Owner named(String name) {
        return new Owner(name, false, null);
    }

    /** Whether this owner may see and touch what belongs to {@code other}. */
    public boolean maySee(String other) {
        return administrator || name.equals(other);
    }
}
