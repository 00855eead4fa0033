package org.batchuploader.geoserver.client;

import java.util.List;
import java.util.Locale;

/** What kind of trouble an answer is. GeoServer says "taken" with 409, 403 and 500, and "bad data" with 500. */
final class Refusals {
    /** Sentences that come with status 500 although asking again will not help; all recorded. */
    private static final List<String> FINAL =
            List.of("could not acquire reader", "error occured unzipping", "invalid uri syntax");

    private Refusals() {}

    static GeoServerException of(String what, Answer answer) {
        String sentence = RemoteSentence.of(answer);
        String lower = sentence.toLowerCase(Locale.ROOT);
        String message = sentence.isEmpty()
                ? "GeoServer answered " + what + " with status " + answer.status() + " and no reason"
                : sentence;
        return switch (answer.status()) {
            case 401 ->
                new GeoServerException.Unauthorised(
                        "GeoServer does not accept the user name and password it is called with (status 401 on " + what
                                + ")");
            case 404 -> new GeoServerException.NotFound(message);
            case 409 -> new GeoServerException.Conflict(message);
            case 403 ->
                lower.contains("already exists")
                        ? new GeoServerException.Conflict(message)
                        : new GeoServerException.Refused(message);
            case 408, 429 -> new GeoServerException.Unavailable(message);
            case 500 -> internalError(what, message, lower);
            default ->
                answer.status() > 500
                        ? new GeoServerException.Unavailable(
                                "GeoServer answered " + what + " with status " + answer.status())
                        : new GeoServerException.Refused(message);
        };
    }

    private static GeoServerException internalError(String what, String message, String lower) {
        if (lower.contains("already exists")) {
            return new GeoServerException.Conflict(message);
        }
        return FINAL.stream().anyMatch(lower::contains)
                ? new GeoServerException.Refused(message)
                : new GeoServerException.Unavailable("GeoServer failed at " + what + ": " + message);
    }
}
