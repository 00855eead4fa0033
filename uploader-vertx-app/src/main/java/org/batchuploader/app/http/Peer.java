package org.batchuploader.app.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Who is at the other end of a connection. */
final class Peer {
    /** What proxies add when they pass on what others asked. */
    private static final List<String> PASSED_ON = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private Peer() {}

    /** Whether the peer is this machine: on the loopback, or on the very address that it speaks to. */
    static boolean isLocal(HttpServerRequest request) {
        String peer = request.remoteAddress().hostAddress();
        try {
            return InetAddress.getByName(peer).isLoopbackAddress()
                    || peer.equals(request.localAddress().hostAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** As {@link #isLocal}, and not a proxy on this machine that asks for somebody elsewhere. */
    static boolean isHere(HttpServerRequest request) {
        return isLocal(request) && PASSED_ON.stream().noneMatch(request.headers()::contains);
    }
}
