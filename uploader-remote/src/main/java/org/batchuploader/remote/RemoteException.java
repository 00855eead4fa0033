package org.batchuploader.remote;

/** What a remote system answers when it does not do as asked. The message is a sentence, the system's own where it gave one. */
public abstract sealed class RemoteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String system;

    private RemoteException(String system, String message) {
        super(message);
        this.system = system;
    }

    private RemoteException(String system, String message, Throwable cause) {
        super(message, cause);
        this.system = system;
    }

    /** As an administrator knows it ("GeoServer"). */
    public String system() {
        return system;
    }

    /** It does not answer, not in time, or cannot now; trying again may help. */
    public static final class Unavailable extends RemoteException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String system, String message) {
            super(system, message);
        }

        public Unavailable(String system, String message, Throwable cause) {
            super(system, message, cause);
        }
    }

    /** It does not accept the credentials. */
    public static final class Unauthorised extends RemoteException {
        private static final long serialVersionUID = 1L;

        public Unauthorised(String system, String message) {
            super(system, message);
        }
    }

    /** There is no such thing. */
    public static final class NotFound extends RemoteException {
        private static final long serialVersionUID = 1L;

        public NotFound(String system, String message) {
            super(system, message);
        }
    }

    /** The name is taken. */
    public static final class Conflict extends RemoteException {
        private static final long serialVersionUID = 1L;

        public Conflict(String system, String message) {
            super(system, message);
        }
    }

    /** It says no, and will say so again. */
    public static final class Refused extends RemoteException {
        private static final long serialVersionUID = 1L;

        public Refused(String system, String message) {
            super(system, message);
        }

        public Refused(String system, String message, Throwable cause) {
            super(system, message, cause);
        }
    }
}
