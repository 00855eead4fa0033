package org.batchuploader.core.builtin;

import java.io.IOException;
import org.batchuploader.core.remote.RemoteUnavailable;

/** How a stand-in says that the disk failed: as a remote system would that cannot now. */
final class Trouble {
    private Trouble() {}

    static RemoteUnavailable of(String system, String action, String layer, IOException cause) {
        return new RemoteUnavailable(
                system, system + " could not " + action + " " + layer + ": " + cause.getMessage(), cause);
    }
}
