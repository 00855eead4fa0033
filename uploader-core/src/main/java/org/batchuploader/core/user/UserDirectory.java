package org.batchuploader.core.user;

import java.util.Optional;

/**
 * Who is this, may they upload, how are they reached. Thread-safe. Throws
 * {@link org.batchuploader.core.remote.RemoteUnavailable} when it cannot know now, which a source must not report as a
 * wrong password.
 */
public interface UserDirectory {
    Login login(Credentials credentials);

    /** The owner of that name, whether or not the account is enabled. */
    Optional<Owner> find(String name);
}
