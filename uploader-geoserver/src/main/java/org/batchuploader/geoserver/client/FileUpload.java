package org.batchuploader.geoserver.client;

import java.net.URI;
import java.net.http.HttpRequest;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.HttpTransport;
import org.batchuploader.remote.Refusals;
import org.batchuploader.remote.StreamedBody;

/** Sends a file as the body of one PUT, never more than a few buffers of it in memory. */
final class FileUpload {
    private final HttpTransport transport;
    private final Refusals refusals;
    private final String authorization;

    FileUpload(HttpTransport transport, Refusals refusals, String authorization) {
        this.transport = transport;
        this.refusals = refusals;
        this.authorization = authorization;
    }

    void put(URI address, String mediaType, StreamedBody file) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", authorization)
                .header("Content-Type", mediaType);
        Answer answer = transport.send(request, "PUT", file);
        if (!answer.isSuccess()) {
            throw refusals.of("PUT " + address.getPath(), answer);
        }
    }
}
