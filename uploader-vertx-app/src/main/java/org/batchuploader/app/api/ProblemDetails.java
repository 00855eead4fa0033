package org.batchuploader.app.api;

/**
 * An error as RFC 9457 has it.
 *
 * @param code stable, for programs
 */
public record ProblemDetails(String type, String title, int status, String detail, String code) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static ProblemDetails of(int status, String title, String code, String detail) {
        return new ProblemDetails("about:blank", title, status, detail, code);
    }
}
