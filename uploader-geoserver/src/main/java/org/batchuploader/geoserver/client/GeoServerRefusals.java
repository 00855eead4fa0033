package org.batchuploader.geoserver.client;

import java.util.List;
import java.util.Locale;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.Refusals;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.RemoteSentence;

/** What kind of trouble an answer is. GeoServer says "taken" with 409, 403 and 500, and "bad data" with 500. */
final class GeoServerRefusals implements Refusals {
    /** Sentences that come with status 500 although asking again will not help; all recorded. */
    private static final List<String> FINAL =
            List.of("could not acquire reader", "error occured unzipping", "invalid uri syntax");

    private static final Refusals AS_HTTP = Refusals.ofHttp(GeoServerClient.SYSTEM);

    @Override
    public RemoteException of(String what, Answer answer) {
        String sentence = RemoteSentence.of(answer).toLowerCase(Locale.ROOT);
        RemoteException meant = AS_HTTP.of(what, answer);
        return switch (answer.status()) {
            case 403 -> sentence.contains("already exists") ? conflict(meant) : meant;
            case 500 -> internalError(what, RemoteSentence.of(answer), sentence, meant);
            default -> meant;
        };
    }

    private static RemoteException conflict(RemoteException meant) {
        return new RemoteException.Conflict(GeoServerClient.SYSTEM, String.valueOf(meant.getMessage()));
    }

    private static RemoteException internalError(String what, String said, String lower, RemoteException meant) {
        if (lower.contains("already exists")) {
            return new RemoteException.Conflict(GeoServerClient.SYSTEM, said);
        }
        if (FINAL.stream().anyMatch(lower::contains)) {
            return new RemoteException.Refused(GeoServerClient.SYSTEM, said);
        }
        return lower.isEmpty()
                ? meant
                : new RemoteException.Unavailable(GeoServerClient.SYSTEM, "GeoServer failed at " + what + ": " + said);
    }
}
