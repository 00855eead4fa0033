package org.batchuploader.ftp;

import java.util.Locale;
import java.util.Set;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

/** {@code USER}: takes any name alike, so that nobody learns which there are. */
final class Identify implements Command {
    private static final Set<String> NOBODY = Set.of("anonymous", "ftp");

    private final Securing securing;

    Identify(Securing securing) {
        this.securing = securing;
    }

    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        session.resetState();
        if (!request.hasArgument()) {
            Refusals.reply(session, FtpReply.REPLY_501_SYNTAX_ERROR_IN_PARAMETERS_OR_ARGUMENTS, "USER needs a name.");
        } else if (session.isLoggedIn()) {
            Refusals.reply(
                    session,
                    FtpReply.REPLY_503_BAD_SEQUENCE_OF_COMMANDS,
                    "You are logged in already; send QUIT first.");
        } else if (!securing.mayLogIn(session)) {
            Refusals.reply(
                    session, FtpReply.REPLY_530_NOT_LOGGED_IN, "Log in over TLS only: send AUTH TLS first (FTPS).");
        } else if (NOBODY.contains(request.getArgument().toLowerCase(Locale.ROOT))) {
            Refusals.reply(session, FtpReply.REPLY_530_NOT_LOGGED_IN, "Nobody comes in without an account.");
        } else {
            session.setUserArgument(request.getArgument());
            Refusals.reply(session, FtpReply.REPLY_331_USER_NAME_OKAY_NEED_PASSWORD, "Send your password.");
        }
    }
}
