package org.batchuploader.app.http;

/** What a request cannot have, as it is told to the client. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Refusal(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    public static Refusal notFound() {
        return new Refusal(404, "NOT_FOUND", "There is nothing here, or it is somebody else's.");
    }

    static Refusal bad(String code, String detail) {
        return new Refusal(400, code, detail);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
