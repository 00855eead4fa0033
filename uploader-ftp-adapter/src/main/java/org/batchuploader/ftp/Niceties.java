package org.batchuploader.ftp;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ftpserver.command.impl.OPTS;
import org.apache.ftpserver.ftplet.DataType;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.batchuploader.core.name.DropPath;
import org.batchuploader.core.staging.StagingArea;

/** Small commands that clients ask with before and after transfers. */
final class Niceties {
    private static final int OKAY = FtpReply.REPLY_200_COMMAND_OKAY;
    private static final int WRONG = FtpReply.REPLY_501_SYNTAX_ERROR_IN_PARAMETERS_OR_ARGUMENTS;
    private static final int FACT = 213;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,18})( [rR] \\d{1,18})?");
    private static final Pattern TIME_AND_NAME = Pattern.compile("(\\d{14})(?:\\.\\d+)? (.+)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private final StagingArea staging;
    private final Hashing hashing;

    Niceties(StagingArea staging, Hashing hashing) {
        this.staging = staging;
        this.hashing = hashing;
    }

    /** {@code ALLO}: whether that much has room, before it is sent in vain. */
    void allocate(FtpIoSession session, FtpServerContext context, FtpRequest request) throws IOException {
        Matcher size = SIZE.matcher(request.getArgument().strip());
        if (!size.matches()) {
            Refusals.reply(session, WRONG, "ALLO takes a number of bytes.");
        } else if (Long.parseLong(size.group(1)) > staging.usableSpace()) {
            Refusals.reply(
                    session,
                    FtpReply.REPLY_452_REQUESTED_ACTION_NOT_TAKEN,
                    "There is no room for so much; " + staging.usableSpace() + " bytes are free.");
        } else {
            Refusals.reply(session, OKAY, "There is room.");
        }
    }

    /** {@code AVBL} (draft-peterson-streamlined-ftp-command-extensions). */
    void available(FtpIoSession session, FtpServerContext context, FtpRequest request) throws IOException {
        Refusals.reply(session, FACT, String.valueOf(staging.usableSpace()));
    }

    /** {@code MFMT} (draft-somers-ftp-mfxx): when the file was last changed, as its sender knows it; UTC. */
    void modified(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        Matcher both = TIME_AND_NAME.matcher(request.getArgument());
        try {
            if (both.matches()) {
                Instant time = LocalDateTime.parse(both.group(1), TIME).toInstant(ZoneOffset.UTC);
                FolderView view = FolderView.of(session);
                String path = view.resolveToChange(both.group(2));
                view.folder().modified(path, time);
                Refusals.reply(session, FACT, "Modify=" + both.group(1) + "; " + DropPath.nameOf(path));
                return;
            }
        } catch (DateTimeParseException e) {
            Refusals.reply(session, WRONG, both.group(1) + " is no time.");
            return;
        }
        Refusals.reply(session, WRONG, "MFMT takes a time as 20261124183000 and a name.");
    }

    /** {@code HOST} (RFC 7151): one house, whatever it is called. */
    void host(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        if (session.isLoggedIn()) {
            Refusals.reply(session, FtpReply.REPLY_503_BAD_SEQUENCE_OF_COMMANDS, "Send HOST before you log in.");
        } else {
            Refusals.reply(session, FtpReply.REPLY_220_SERVICE_READY, "There is one house here; you are in it.");
        }
    }

    void client(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        Refusals.reply(session, OKAY, "Noted.");
    }

    /** {@code OPTS}: for {@code HASH} and {@code UTF8} here, for {@code MLST} FtpServer's. */
    void options(FtpIoSession session, FtpServerContext context, FtpRequest request) throws IOException, FtpException {
        String[] words = request.getArgument().strip().split(" +", 2);
        String argument = words.length == 2 ? words[1] : "";
        switch (words[0].toUpperCase(Locale.ROOT)) {
            case "HASH" -> hashing.choose(session, argument);
            case "UTF8", "UTF-8" ->
                Refusals.reply(
                        session,
                        argument.equalsIgnoreCase("OFF")
                                ? FtpReply.REPLY_504_COMMAND_NOT_IMPLEMENTED_FOR_THAT_PARAMETER
                                : OKAY,
                        "Names are UTF-8 always.");
            case "MLST" -> new OPTS().execute(session, context, request);
            default -> Refusals.reply(session, WRONG, "There are OPTS for HASH, MLST and UTF8.");
        }
    }

    /** {@code TYPE}: bytes pass as they are in either; clients send {@code A} for listings. */
    void type(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        session.resetState();
        switch (request.getArgument().strip().toUpperCase(Locale.ROOT)) {
            case "I", "L 8" -> {
                session.setDataType(DataType.BINARY);
                Refusals.reply(session, OKAY, "Files pass as they are.");
            }
            case "A", "A N" -> {
                session.setDataType(DataType.ASCII);
                Refusals.reply(session, OKAY, "Files pass as they are all the same: lines are not translated.");
            }
            default ->
                Refusals.reply(session, FtpReply.REPLY_504_COMMAND_NOT_IMPLEMENTED_FOR_THAT_PARAMETER, "Send TYPE I.");
        }
    }
}
