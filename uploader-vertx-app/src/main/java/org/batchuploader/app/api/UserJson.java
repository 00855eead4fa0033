package org.batchuploader.app.api;

import java.util.List;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserAccounts;
import org.jspecify.annotations.Nullable;

/** An account as an administrator sees it. */
public record UserJson(
        String name, boolean administrator, @Nullable String email, List<String> groups, boolean enabled) {
    /** All accounts. */
    public record Listing(List<UserJson> users) {}

    /** Who is logged in. */
    public record Me(
            String name, boolean administrator, @Nullable String email, List<String> groups, long unreadNotices) {
        public static Me of(Owner owner, long unread) {
            return new Me(owner.name(), owner.administrator(), owner.email(), owner.groups(), unread);
        }
    }

    /** A new account. */
    public record Fresh(
            String name,
            String password,
            @Nullable Boolean administrator,
            @Nullable String email,
            @Nullable List<String> groups) {
        public Owner owner() {
            return new Owner(name, Boolean.TRUE.equals(administrator), email, groups == null ? List.of() : groups);
        }

        @Override
        public String toString() {
            return "Fresh[name=" + name + "]";
        }
    }

    /** What changes; absent is as before. */
    public record Change(
            @Nullable String password,
            @Nullable Boolean enabled,
            @Nullable String email,
            @Nullable List<String> groups) {
        @Override
        public String toString() {
            return "Change[enabled=" + enabled + ", email=" + email + "]";
        }
    }

    public static UserJson of(UserAccounts.Account account) {
        Owner owner = account.owner();
        return new UserJson(owner.name(), owner.administrator(), owner.email(), owner.groups(), account.enabled());
    }

    public UserAccounts.Account account() {
        return new UserAccounts.Account(new Owner(name, administrator, email, groups), enabled);
    }
}
