package org.batchuploader.core.notice;

import org.batchuploader.core.user.Owner;

/**
 * Brings one notice to one owner, besides the inbox where every notice is kept. At least once. Throws
 * {@link org.batchuploader.core.remote.RemoteUnavailable} to be asked again later.
 */
public interface Notifier {
    void deliver(Notice notice, Owner owner);
}
