package org.batchuploader.ftp;

import java.io.IOException;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.impl.FtpIoSession;
import org.batchuploader.core.drop.DropRefused;
import org.batchuploader.core.inspect.ArrivalRefused;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.name.InvalidName;
import org.batchuploader.core.staging.StagingFull;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a drop folder cannot do into replies with a sentence. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    /** A command that needs an argument, and whose exceptions become replies. */
    static Command told(Command command) {
        return (session, context, request) -> {
            if (!request.hasArgument()) {
                session.write(new DefaultFtpReply(
                        FtpReply.REPLY_501_SYNTAX_ERROR_IN_PARAMETERS_OR_ARGUMENTS,
                        request.getCommand() + " needs a name."));
                return;
            }
            tell(session, request.getCommand(), () -> command.execute(session, context, request));
        };
    }

    /** Work that fails as commands do. */
    interface Work {
        void run() throws IOException, FtpException;
    }

    static void tell(FtpIoSession session, String command, Work work) throws FtpException {
        try {
            work.run();
        } catch (InvalidName e) {
            reply(session, FtpReply.REPLY_553_REQUESTED_ACTION_NOT_TAKEN_FILE_NAME_NOT_ALLOWED, e.getMessage());
        } catch (DropRefused e) {
            reply(session, FtpReply.REPLY_550_REQUESTED_ACTION_NOT_TAKEN, e.getMessage());
        } catch (ArrivalRefused e) {
            LOG.atInfo().addKeyValue("code", e.problem().code()).log("refused while it arrived: {}", e.getMessage());
            reply(
                    session,
                    e.problem().code() == ProblemCode.ARCHIVE_TOO_LARGE
                            ? FtpReply.REPLY_552_REQUESTED_FILE_ACTION_ABORTED_EXCEEDED_STORAGE
                            : FtpReply.REPLY_550_REQUESTED_ACTION_NOT_TAKEN,
                    e.problem().code() + ": " + e.getMessage());
        } catch (StagingFull e) {
            LOG.atError().setCause(e).log("the staging area is full");
            reply(session, FtpReply.REPLY_452_REQUESTED_ACTION_NOT_TAKEN, "There is no room for more just now.");
        } catch (IOException | RuntimeException e) {
            LOG.atError().addKeyValue("command", command).setCause(e).log("an FTP command failed");
            reply(
                    session,
                    FtpReply.REPLY_451_REQUESTED_ACTION_ABORTED,
                    "This could not be done just now for a reason on our side; try again in a few minutes.");
        }
    }

    static void reply(FtpIoSession session, int code, @Nullable String sentence) {
        session.write(new DefaultFtpReply(code, sentence == null ? "" : sentence));
    }
}
