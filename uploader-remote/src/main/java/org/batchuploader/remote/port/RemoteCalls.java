package org.batchuploader.remote.port;

import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.remote.RemoteException;

/** Calls of a remote client whose troubles become those that the pipeline knows. */
public final class RemoteCalls {
    private RemoteCalls() {}

    /**
     * @param system whose name a body of ours that could not be read is told under
     * @throws RemoteUnavailable when trying again may help
     * @throws RemoteRefused when it will not
     */
    public static <T> T translated(String system, Supplier<T> work) {
        try {
            return work.get();
        } catch (RemoteException.Unavailable e) {
            throw new RemoteUnavailable(e.system(), message(e), e);
        } catch (RemoteException e) {
            throw new RemoteRefused(e.system(), message(e), e);
        } catch (UncheckedIOException e) {
            throw new RemoteUnavailable(system, message(e), e);
        }
    }

    private static String message(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
