package org.batchuploader.ftp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLSession;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.WriteRequest;
import org.apache.mina.filter.ssl.SslFilter;

/**
 * Sees a control connection on its I/O thread, while its commands still wait for each other: {@code ABOR} and the end of
 * the connection cut a running transfer at once. Also takes out Telnet's signals, and bounds what may wait.
 */
final class ControlWatch extends IoFilterAdapter {
    /** The most bytes of commands that may wait behind a running one. */
    static final int MOST_PENDING = 64 * 1024;

    private static final int INTERPRET_AS_COMMAND = 0xFF;
    private static final int FIRST_TELNET_COMMAND = 0xF0;

    @Override
    public void messageReceived(NextFilter next, IoSession session, Object message) {
        Control control = Control.of(session);
        control.heard();
        IoBuffer commands = withoutTelnet((IoBuffer) message);
        if (control.isReceiving() && aborts(commands)) {
            control.cut();
        }
        if (control.pending.addAndGet(commands.remaining()) > MOST_PENDING || inClear(control, session)) {
            session.closeNow();
            return;
        }
        if (commands.hasRemaining()) {
            next.messageReceived(session, commands);
        }
    }

    /** Whether these bytes came in clear after it was agreed to encrypt. MINA's event for it comes later than first bytes. */
    private static boolean inClear(Control control, IoSession session) {
        if (control.tls() == null || control.tlsSession() != null) {
            return false;
        }
        if (session.getAttribute(SslFilter.SSL_SECURED) instanceof SSLSession known) {
            control.secured(known);
            return false;
        }
        return true;
    }

    @Override
    public void messageSent(NextFilter next, IoSession session, WriteRequest request) {
        if (!(request.getOriginalMessage() instanceof Look)) {
            Control.of(session).replied();
        }
        next.messageSent(session, request);
    }

    @Override
    public void inputClosed(NextFilter next, IoSession session) {
        Control.of(session).cut();
        next.inputClosed(session);
    }

    @Override
    public void exceptionCaught(NextFilter next, IoSession session, Throwable cause) {
        boolean broken = cause instanceof IOException;
        if (broken || session.isClosing() || !session.isConnected()) {
            Control.of(session).cut();
        }
        next.exceptionCaught(session, cause);
    }

    @Override
    public void sessionClosed(NextFilter next, IoSession session) {
        Control.of(session).cut();
        next.sessionClosed(session);
    }

    private static boolean aborts(IoBuffer commands) {
        byte[] bytes = new byte[commands.remaining()];
        commands.duplicate().get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .lines()
                .anyMatch(line -> line.trim().toUpperCase(Locale.ROOT).equals("ABOR"));
    }

    /** The byte 0xFF is in no UTF-8 text; with what follows it, it is a signal that clients send before {@code ABOR}. */
    private static IoBuffer withoutTelnet(IoBuffer received) {
        IoBuffer kept = IoBuffer.allocate(received.remaining());
        while (received.hasRemaining()) {
            int octet = received.getUnsigned();
            if (octet != INTERPRET_AS_COMMAND) {
                kept.put((byte) octet);
            } else if (received.hasRemaining()
                    && received.getUnsigned(received.position()) >= FIRST_TELNET_COMMAND
                    && received.getUnsigned(received.position()) != INTERPRET_AS_COMMAND) {
                received.get();
            }
        }
        return kept.flip();
    }
}
