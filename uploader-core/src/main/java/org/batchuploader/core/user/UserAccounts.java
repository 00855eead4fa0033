package org.batchuploader.core.user;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeping the built-in accounts. An unknown name throws {@link UnknownUser}. Passwords are stored as slow salted hashes only. */
public interface UserAccounts {
    /** One account as an administrator sees it. */
    record Account(Owner owner, boolean enabled) {}

    /** No account has this name. */
    final class UnknownUser extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnknownUser(String name) {
            super("no user is named " + name);
        }
    }

    /** The shortest password that is accepted, in characters. */
    int SHORTEST_PASSWORD = 8;

    /** @return false when the name is taken (compared without case) */
    boolean add(Owner owner, String password);

    void changePassword(String name, String password);

    void setEnabled(String name, boolean enabled);

    void setEmail(String name, @Nullable String email);

    /** @param groups all that the user belongs to from now on, the first for what is delivered without naming one */
    void setGroups(String name, List<String> groups);

    /** Removes the account; its uploads and layers stay. */
    void remove(String name);

    List<Account> list();
}
