package org.batchuploader.ftp;

import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.WriteRequest;
import org.apache.mina.filter.ssl.SslFilter;
import org.batchuploader.ftp.tls.TlsKeys;
import org.jspecify.annotations.Nullable;

/**
 * TLS on a control connection. MINA's own filter looks up the peer's host name, and makes a broken record of a write without
 * bytes, which {@link Look} is.
 */
final class ControlTls extends SslFilter {
    /** Not 1.3: with it curl 7.88 and lftp break off uploads, and it is not known why. */
    static final String[] PROTOCOLS = {"TLSv1.2"};

    private static final String NAME = "tls";

    private final @Nullable Object inClear;

    private ControlTls(SSLContext context, boolean asksClient, @Nullable Object inClear) {
        super(context);
        this.inClear = inClear;
        setWantClientAuth(asksClient);
    }

    /**
     * Encrypts a session from here on.
     *
     * @param inClear a reply that still goes out as it is
     */
    static void onto(IoSession session, TlsKeys keys, @Nullable Object inClear) {
        SSLContext context = keys.context();
        Control.of(session).tls(context);
        session.getFilterChain().addFirst(NAME, new ControlTls(context, keys.asksClients(), inClear));
    }

    @Override
    protected SSLEngine createEngine(IoSession session, @Nullable InetSocketAddress peer) {
        SSLEngine engine = sslContext.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(PROTOCOLS);
        engine.setWantClientAuth(isWantClientAuth());
        return engine;
    }

    @Override
    public void filterWrite(NextFilter next, IoSession session, WriteRequest request) throws Exception {
        boolean empty = request.getMessage() instanceof IoBuffer buffer && !buffer.hasRemaining();
        if (empty || request.getOriginalMessage() == inClear) {
            next.filterWrite(session, request);
        } else {
            super.filterWrite(next, session, request);
        }
    }
}
