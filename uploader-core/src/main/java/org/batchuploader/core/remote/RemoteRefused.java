package org.batchuploader.core.remote;

/** A remote system understood and said no. Trying the same again will not help; its own sentence is the message. */
public class RemoteRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String system;

    public RemoteRefused(String system, String message) {
        super(message);
        this.system = system;
    }

    public RemoteRefused(String system, String message, Throwable cause) {
        super(message, cause);
        this.system = system;
    }

    public String system() {
        return system;
    }
}
