package org.batchuploader.geonetwork.client;

import org.batchuploader.remote.Answer;
import org.batchuploader.remote.Refusals;
import org.batchuploader.remote.RemoteException;

/** Tells a call that the guard against forged requests stopped, which says 403 in HTML, from one that GeoNetwork refuses. */
final class GuardedRefusals implements Refusals {
    private final Refusals refusals = new GeoNetworkRefusals();

    @Override
    public RemoteException of(String what, Answer answer) {
        if (answer.status() == 403 && !answer.contentType().contains("json") && !what.startsWith("GET ")) {
            throw new StaleXsrf();
        }
        return refusals.of(what, answer);
    }
}
