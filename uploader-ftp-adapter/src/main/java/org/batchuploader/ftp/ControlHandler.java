package org.batchuploader.ftp;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.DefaultFtpHandler;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.apache.ftpserver.listener.Listener;
import org.apache.mina.core.session.IdleStatus;
import org.apache.mina.core.write.WriteToClosedSessionException;
import org.apache.mina.filter.codec.RecoverableProtocolDecoderException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** FtpServer's handling of control connections, with our limits and sentences at its edges. */
final class ControlHandler extends DefaultFtpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ControlHandler.class);
    private static final int CLOSING = FtpReply.REPLY_421_SERVICE_NOT_AVAILABLE_CLOSING_CONTROL_CONNECTION;
    private static final Set<String> BEFORE_LOGIN = Set.of("CLNT", "FEAT", "HOST", "NOOP", "OPTS", "SYST");

    private final Live live;
    private final Admissions admissions;
    private final Rates rates;
    private @Nullable FtpServerContext context;

    ControlHandler(Live live, Admissions admissions, Rates rates) {
        this.live = live;
        this.admissions = admissions;
        this.rates = rates;
    }

    @Override
    public void init(FtpServerContext serverContext, Listener listener) {
        super.init(serverContext, listener);
        context = serverContext;
    }

    @Override
    public void sessionOpened(FtpIoSession session) throws Exception {
        DataLine.of(session, live, rates);
        session.getDataConnection().setSecure(Control.of(session).tls() != null);
        Optional<String> objection = admissions.admit(session);
        if (objection.isEmpty()) {
            super.sessionOpened(session);
        } else {
            Refusals.reply(session, CLOSING, objection.get());
            session.closeOnFlush();
        }
    }

    @Override
    public void sessionClosed(FtpIoSession session) throws Exception {
        admissions.release(session);
        super.sessionClosed(session);
    }

    /** FtpServer takes less before a login than RFC 2389 and clients want. */
    @Override
    public void messageReceived(FtpIoSession session, FtpRequest request) throws Exception {
        if (Control.of(session).turnsSecret()) {
            LOG.atWarn().addKeyValue("peer", session.getRemoteAddress()).log("clear text came behind AUTH TLS");
            session.closeNow();
            return;
        }
        Command command = context == null ? null : context.getCommandFactory().getCommand(request.getCommand());
        if (context != null
                && command != null
                && !session.isLoggedIn()
                && BEFORE_LOGIN.contains(request.getCommand())) {
            command.execute(session, context, request);
        } else {
            super.messageReceived(session, request);
        }
    }

    /** A session is not idle while, or just after, a command runs. */
    @Override
    public void sessionIdle(FtpIoSession session, IdleStatus status) {
        if (Control.of(session).idle().compareTo(live.settings().idleTimeout()) >= 0) {
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
}
