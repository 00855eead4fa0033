package org.batchuploader.geoserver.client;

/** What GeoServer answers when it does not do as asked. The message is a sentence, GeoServer's own where it gave one. */
public abstract sealed class GeoServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private GeoServerException(String message) {
        super(message);
    }

    private GeoServerException(String message, Throwable cause) {
        super(message, cause);
    }

    /** It does not answer, not in time, or cannot now; trying again may help. */
    public static final class Unavailable extends GeoServerException {
        private static final long serialVersionUID = 1L;

        Unavailable(String message) {
            super(message);
        }

        Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** It does not accept the credentials. */
    public static final class Unauthorised extends GeoServerException {
        private static final long serialVersionUID = 1L;

        Unauthorised(String message) {
            super(message);
        }
    }

    /** There is no such thing. */
    public static final class NotFound extends GeoServerException {
        private static final long serialVersionUID = 1L;

        NotFound(String message) {
            super(message);
        }
    }

    /** The name is taken. */
    public static final class Conflict extends GeoServerException {
        private static final long serialVersionUID = 1L;

        Conflict(String message) {
            super(message);
        }
    }

    /** It says no, and will say so again. */
    public static final class Refused extends GeoServerException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }

        Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
