package org.batchuploader.ftp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.impl.DefaultFtpHandler;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.mina.core.session.IdleStatus;
import org.apache.mina.core.write.WriteToClosedSessionException;
import org.apache.mina.filter.codec.RecoverableProtocolDecoderException;

/** FtpServer's handling of control connections, with our limits and sentences at its edges. */
final class ControlHandler extends DefaultFtpHandler {
    private static final int CLOSING = FtpReply.REPLY_421_SERVICE_NOT_AVAILABLE_CLOSING_CONTROL_CONNECTION;
    private static final String ADDRESS = "org.batchuploader.ftp.address";

    private final FtpSettings settings;
    private final Map<InetAddress, Integer> peers = new HashMap<>();
    private int sessions;

    ControlHandler(FtpSettings settings) {
        this.settings = settings;
    }

    @Override
    public void sessionOpened(FtpIoSession session) throws Exception {
        InetAddress address = ((InetSocketAddress) session.getRemoteAddress()).getAddress();
        if (admit(session, address)) {
            super.sessionOpened(session);
        } else {
            Refusals.reply(session, CLOSING, "There are too many connections; try again in a few minutes.");
            session.closeOnFlush();
        }
    }

    @Override
    public void sessionClosed(FtpIoSession session) throws Exception {
        release(session);
        super.sessionClosed(session);
    }

    /** A session is not idle while, or just after, a command runs. */
    @Override
    public void sessionIdle(FtpIoSession session, IdleStatus status) {
        if (Control.of(session).idle().compareTo(settings.idleTimeout()) >= 0) {
            Refusals.reply(session, CLOSING, "Nothing was asked for a while; goodbye.");
            session.closeOnFlush();
        }
    }

    @Override
    public void exceptionCaught(FtpIoSession session, Throwable cause) throws Exception {
        if (cause instanceof RecoverableProtocolDecoderException) {
            Refusals.reply(
                    session,
                    FtpReply.REPLY_500_SYNTAX_ERROR_COMMAND_UNRECOGNIZED,
                    "A command is at most " + CommandCodec.LONGEST_LINE + " bytes long.");
        } else if (cause instanceof WriteToClosedSessionException || cause instanceof IOException) {
            session.closeNow();
        } else {
            super.exceptionCaught(session, cause);
        }
    }

    private synchronized boolean admit(FtpIoSession session, InetAddress address) {
        if (sessions >= settings.limits().sessions()
                || peers.getOrDefault(address, 0) >= settings.limits().perAddress()) {
            return false;
        }
        sessions++;
        peers.merge(address, 1, Integer::sum);
        session.setAttribute(ADDRESS, address);
        return true;
    }

    private synchronized void release(FtpIoSession session) {
        if (session.removeAttribute(ADDRESS) instanceof InetAddress address) {
            sessions--;
            peers.computeIfPresent(address, (a, count) -> count == 1 ? null : count - 1);
        }
    }
}
