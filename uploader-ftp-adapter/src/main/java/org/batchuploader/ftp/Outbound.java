package org.batchuploader.ftp;

import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.apache.mina.core.future.WriteFuture;

/** What every transfer needs first, and FtpServer's commands that send data, with our sentence when that cannot be. */
final class Outbound {
    private static final int WRONG_PROTECTION = 521;
    private static final int TLS_FAILED = 522;

    private final Securing securing;

    Outbound(Securing securing) {
        this.securing = securing;
    }

    /** Runs only when a data connection is arranged, and may be made. */
    Command arranged(Command command) {
        return (session, context, request) -> {
            if (session.getDataConnection().getInetAddress() == null) {
                Refusals.reply(session, FtpReply.REPLY_503_BAD_SEQUENCE_OF_COMMANDS, "Send EPSV, PASV or PORT first.");
            } else if (!securing.mayTransfer(session)) {
                Refusals.reply(session, WRONG_PROTECTION, "Data goes encrypted here: send PROT P first.");
            } else {
                command.execute(session, context, request);
            }
        };
    }

    /** One of FtpServer's that sends. */
    Command sends(Command command) {
        return arranged(
                (session, context, request) -> command.execute(new Telling(session, context), context, request));
    }

    /** Why no data connection came about. */
    static FtpReply unopened(FtpIoSession session) {
        String trouble = session.getDataConnection() instanceof DataLine line ? line.trouble() : null;
        return trouble == null
                ? new DefaultFtpReply(
                        FtpReply.REPLY_425_CANT_OPEN_DATA_CONNECTION, "The data connection did not come about.")
                : new DefaultFtpReply(TLS_FAILED, trouble);
    }

    private static final class Telling extends FtpIoSession {
        Telling(FtpIoSession session, FtpServerContext context) {
            super(session, context);
        }

        @Override
        public WriteFuture write(Object message) {
            boolean unopened =
                    message instanceof FtpReply r && r.getCode() == FtpReply.REPLY_425_CANT_OPEN_DATA_CONNECTION;
            return super.write(unopened ? unopened(this) : message);
        }
    }
}
