package org.batchuploader.ftp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.batchuploader.ftp.tls.TlsKeys;

/** The commands of RFC 4217: {@code AUTH}, {@code PBSZ}, {@code PROT}, {@code CCC}; and who has to send them. */
final class Securing {
    private static final int NOT_IMPLEMENTED = FtpReply.REPLY_502_COMMAND_NOT_IMPLEMENTED;
    private static final int BAD_SEQUENCE = FtpReply.REPLY_503_BAD_SEQUENCE_OF_COMMANDS;
    private static final int UNKNOWN_PARAMETER = FtpReply.REPLY_504_COMMAND_NOT_IMPLEMENTED_FOR_THAT_PARAMETER;
    private static final int AGREED = 234;
    private static final int POLICY = 534;
    private static final int UNSUPPORTED_LEVEL = 536;

    private final Live live;

    Securing(Live live) {
        this.live = live;
    }

    /** Whether the peer may log in as the connection is. */
    boolean mayLogIn(FtpIoSession session) {
        FtpTls tls = live.rules().tls();
        InetAddress peer = ((InetSocketAddress) session.getRemoteAddress()).getAddress();
        return tls == null
                || !tls.required()
                || Control.of(session).tlsSession() != null
                || tls.clearNetworks().contains(peer);
    }

    /** Whether a data connection may be made as it is arranged. */
    boolean mayTransfer(FtpIoSession session) {
        FtpTls tls = live.rules().tls();
        return tls == null
                || !tls.protectData()
                || session.getDataConnection().isSecure()
                || Control.of(session).tlsSession() == null;
    }

    void authenticate(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        session.resetState();
        Control control = Control.of(session);
        TlsKeys keys = live.keys();
        String mechanism = argument(request);
        if (keys == null) {
            Refusals.reply(session, NOT_IMPLEMENTED, "This server has no certificate and speaks no TLS.");
        } else if (control.tls() != null) {
            Refusals.reply(session, BAD_SEQUENCE, "This connection is encrypted already.");
        } else if (session.isLoggedIn()) {
            Refusals.reply(session, BAD_SEQUENCE, "Send AUTH before you log in.");
        } else if (!mechanism.equals("TLS") && !mechanism.equals("TLS-C") && !mechanism.equals("SSL")) {
            Refusals.reply(session, UNKNOWN_PARAMETER, "Send AUTH TLS.");
        } else if (!control.turnSecret()) {
            session.closeNow();
        } else {
            session.setUserArgument(null);
            FtpReply agreed = new DefaultFtpReply(AGREED, "Go on with TLS.");
            ControlTls.onto(session, keys, agreed);
            session.write(agreed);
        }
    }

    void bufferSize(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        session.resetState();
        if (encrypted(session)) {
            Refusals.reply(session, FtpReply.REPLY_200_COMMAND_OKAY, "PBSZ=0");
        }
    }

    void protection(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        session.resetState();
        if (!encrypted(session)) {
            return;
        }
        switch (argument(request)) {
            case "P" -> {
                session.getDataConnection().setSecure(true);
                Refusals.reply(session, FtpReply.REPLY_200_COMMAND_OKAY, "Data goes encrypted.");
            }
            case "C" -> clear(session);
            case "S", "E" -> Refusals.reply(session, UNSUPPORTED_LEVEL, "TLS knows PROT C and PROT P only.");
            default -> Refusals.reply(session, UNKNOWN_PARAMETER, "Send PROT P or PROT C.");
        }
    }

    void clearControl(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        Refusals.reply(session, POLICY, "The control connection stays as it is.");
    }

    private void clear(FtpIoSession session) {
        FtpTls tls = live.rules().tls();
        if (tls != null && tls.protectData()) {
            Refusals.reply(session, POLICY, "Data goes encrypted here: PROT P.");
        } else {
            session.getDataConnection().setSecure(false);
            Refusals.reply(session, FtpReply.REPLY_200_COMMAND_OKAY, "Data goes in clear.");
        }
    }

    private static boolean encrypted(FtpIoSession session) {
        if (Control.of(session).tlsSession() == null) {
            Refusals.reply(session, BAD_SEQUENCE, "Send AUTH TLS first.");
            return false;
        }
        return true;
    }

    private static String argument(FtpRequest request) {
        return request.hasArgument() ? request.getArgument().strip().toUpperCase(Locale.ROOT) : "";
    }
}
