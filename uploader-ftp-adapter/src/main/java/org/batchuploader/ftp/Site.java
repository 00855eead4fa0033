package org.batchuploader.ftp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.batchuploader.core.desk.Answer;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CorrectionKind;
import org.batchuploader.core.name.DropPath;
import org.batchuploader.core.upload.Dataset;

/** {@code SITE}: an owner asks how things stand, and puts right what is wrong, through the desk that all doors share. */
final class Site implements Command {
    private static final int DONE = FtpReply.REPLY_200_COMMAND_OKAY;
    private static final int STATUS = FtpReply.REPLY_211_SYSTEM_STATUS_REPLY;
    private static final int HELP = FtpReply.REPLY_214_HELP_MESSAGE;
    private static final int NOT_NOW = FtpReply.REPLY_450_REQUESTED_FILE_ACTION_NOT_TAKEN;
    private static final int SYNTAX = FtpReply.REPLY_501_SYNTAX_ERROR_IN_PARAMETERS_OR_ARGUMENTS;
    private static final int NOT_FOUND = FtpReply.REPLY_550_REQUESTED_ACTION_NOT_TAKEN;

    /** What {@code SITE HELP} says of these commands. */
    static final List<String> LINES = List.of(
            "SITE STATUS [name]         how things stand, here or with one delivery",
            "SITE CRS name EPSG:2056    the coordinate reference system it is in",
            "SITE CHARSET name charset  the character set of its attributes",
            "SITE RETRY name            try again what failed",
            "SITE CANCEL name           take a delivery back, or its layers down");

    private final StatusTexts texts;

    Site(StatusTexts texts) {
        this.texts = texts;
    }

    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request) throws FtpException {
        session.resetState();
        String argument = Objects.requireNonNullElse(request.getArgument(), "").strip();
        int space = argument.indexOf(' ');
        String word = (space < 0 ? argument : argument.substring(0, space)).toUpperCase(Locale.ROOT);
        String rest = space < 0 ? "" : argument.substring(space).strip();
        FolderView view = FolderView.of(session);
        Refusals.tell(session, "SITE " + word, () -> {
            switch (word) {
                case "STATUS" -> status(session, view, rest);
                case "CRS" -> correct(session, view, rest, CorrectionKind.CRS);
                case "CHARSET" -> correct(session, view, rest, CorrectionKind.CHARSET);
                case "RETRY" -> retry(session, view, rest);
                case "CANCEL" -> cancel(session, view, rest);
                case "HELP", "" -> lines(session, HELP, "These are known:", LINES);
                default ->
                    Refusals.reply(
                            session,
                            FtpReply.REPLY_504_COMMAND_NOT_IMPLEMENTED_FOR_THAT_PARAMETER,
                            "There is no SITE " + word + "; SITE HELP tells which there are.");
            }
        });
    }

    private void status(FtpIoSession session, FolderView view, String name) throws FtpException {
        if (name.isEmpty()) {
            lines(session, STATUS, "/" + view.resolve("") + ":", view.status());
            return;
        }
        Optional<Named> named = find(session, view, name);
        if (named.isPresent()) {
            String folder = DropPath.folderOf(view.resolve(name));
            lines(
                    session,
                    STATUS,
                    name + ":",
                    texts.of(folder, named.get().upload()).lines().toList());
        }
    }

    private void correct(FtpIoSession session, FolderView view, String rest, CorrectionKind kind) {
        int space = rest.lastIndexOf(' ');
        if (space < 0) {
            Refusals.reply(
                    session,
                    SYNTAX,
                    kind == CorrectionKind.CRS
                            ? "Send SITE CRS, the name and the code: SITE CRS roads EPSG:2056"
                            : "Send SITE CHARSET, the name and the character set: SITE CHARSET roads ISO-8859-1");
            return;
        }
        String value = rest.substring(space + 1);
        String name = rest.substring(0, space).strip();
        find(session, view, name).ifPresent(named -> {
            Correction correction = kind == CorrectionKind.CRS ? Correction.crs(value) : Correction.charset(value);
            List<String> done = new ArrayList<>();
            for (Dataset dataset : meant(named, kind)) {
                Answer answer = view.desk().correct(dataset.id(), correction);
                if (!(answer instanceof Answer.Done)) {
                    refuse(session, dataset.name(), answer);
                    return;
                }
                done.add(dataset.name());
            }
            if (done.isEmpty()) {
                Refusals.reply(session, NOT_NOW, name + " has no dataset yet; SITE STATUS " + name + " tells more.");
            } else {
                Refusals.reply(session, DONE, String.join(", ", done) + ": " + value + " taken; working on it again.");
            }
        });
    }

    /** Those that wait for it, or else all. */
    private static List<Dataset> meant(Named named, CorrectionKind kind) {
        List<Dataset> waiting = named.datasets().stream()
                .filter(d -> d.problems().stream().anyMatch(p -> p.awaits() == kind))
                .toList();
        return waiting.isEmpty() ? named.datasets() : waiting;
    }

    private static void retry(FtpIoSession session, FolderView view, String name) {
        whole(session, view, name, "RETRY").ifPresent(upload -> {
            Answer answer = view.desk().retry(upload.upload().id());
            answer(
                    session,
                    name,
                    answer,
                    name + " is tried again, upload " + upload.upload().id() + ".");
        });
    }

    private static void cancel(FtpIoSession session, FolderView view, String name) {
        whole(session, view, name, "CANCEL").ifPresent(upload -> {
            Answer answer = view.desk().cancel(upload.upload().id());
            String layers = Consequences.layers(upload);
            answer(
                    session,
                    name,
                    answer,
                    "upload " + upload.upload().id() + " is cancelled"
                            + (layers.isEmpty() ? "." : "; " + layers + " is being taken down.")
                            + " Its files stay until you delete them.");
        });
    }

    /** What is done with a delivery is done with all of it. */
    private static Optional<UploadDetails> whole(FtpIoSession session, FolderView view, String name, String word) {
        Optional<Named> named = find(session, view, name);
        if (named.filter(Named::isPart).isPresent()) {
            String title = named.get().upload().upload().title();
            Refusals.reply(
                    session,
                    SYNTAX,
                    name + " is part of " + title + "; SITE " + word + " " + title + " concerns all of it.");
            return Optional.empty();
        }
        return named.map(Named::upload);
    }

    private static Optional<Named> find(FtpIoSession session, FolderView view, String name) {
        if (name.isEmpty()) {
            Refusals.reply(session, SYNTAX, "A name is needed; SITE HELP tells how.");
            return Optional.empty();
        }
        Optional<Named> named = Named.of(view, name);
        if (named.isEmpty()) {
            Refusals.reply(session, NOT_FOUND, "There is no delivery called " + name + " here.");
        }
        return named;
    }

    private static void answer(FtpIoSession session, String name, Answer answer, String done) {
        if (answer instanceof Answer.Done) {
            Refusals.reply(session, DONE, done);
        } else {
            refuse(session, name, answer);
        }
    }

    private static void refuse(FtpIoSession session, String name, Answer answer) {
        if (answer instanceof Answer.NotNow notNow) {
            Refusals.reply(session, NOT_NOW, name + ": " + notNow.sentence());
        } else if (answer instanceof Answer.Invalid invalid) {
            String code = invalid.code() == null ? "" : invalid.code() + ": ";
            Refusals.reply(session, SYNTAX, code + invalid.sentence());
        } else {
            Refusals.reply(session, NOT_FOUND, "There is no delivery called " + name + " here.");
        }
    }

    /** A reply of many lines; those between the first and the last begin with a space, so that none looks like a code. */
    private static void lines(FtpIoSession session, int code, String first, List<String> lines) {
        StringBuilder text = new StringBuilder(first);
        lines.forEach(line -> text.append("\n ").append(line));
        Refusals.reply(session, code, text.append("\nEnd").toString());
    }
}
