package org.batchuploader.core.remote;

/** A remote system did not answer, or answered that it cannot now. Trying again later may help. */
public class RemoteUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String system;

    /**
     * @param system the remote system's name, as an administrator knows it ("GeoServer")
     * @param message what was asked and what came back, without secrets
     */
    public RemoteUnavailable(String system, String message, Throwable cause) {
        super(message, cause);
        this.system = system;
    }

    public RemoteUnavailable(String system, String message) {
        super(message);
        this.system = system;
    }

    public String system() {
        return system;
    }
}
