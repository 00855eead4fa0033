package org.batchuploader.ftp;

import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.batchuploader.core.drop.DropRefused;
import org.batchuploader.core.name.DropPath;

/** The commands that change a drop folder without a transfer; what they throw is told by {@link Refusals}. */
final class FolderCommands {
    private static final int DONE = FtpReply.REPLY_250_REQUESTED_FILE_ACTION_OKAY;

    private final Replies replies;
    private final Consequences consequences;

    FolderCommands(Replies replies, Consequences consequences) {
        this.replies = replies;
        this.consequences = consequences;
    }

    void makeFolder(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        FolderView view = FolderView.of(session);
        String path = view.resolveToChange(request.getArgument());
        view.folder().makeFolder(path);
        Refusals.reply(session, FtpReply.REPLY_257_PATHNAME_CREATED, "\"/" + path.replace("\"", "\"\"") + "\" created");
    }

    void removeFolder(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        FolderView view = FolderView.of(session);
        String path = view.resolve(request.getArgument());
        view.folder().removeFolder(path);
        Refusals.reply(session, DONE, "removed " + DropPath.nameOf(path));
    }

    void delete(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        FolderView view = FolderView.of(session);
        String path = view.resolveToChange(request.getArgument());
        String next = consequences.ofDeleting(view, path);
        view.folder().delete(path);
        Refusals.reply(session, DONE, "deleted " + DropPath.nameOf(path) + next);
    }

    void renameFrom(FtpIoSession session, FtpServerContext context, FtpRequest request) throws DropRefused {
        session.resetState();
        FolderView view = FolderView.of(session);
        String path = view.resolveToChange(request.getArgument());
        var entry = view.folder().find(path);
        if (entry.isEmpty() || path.isEmpty()) {
            Refusals.reply(
                    session,
                    FtpReply.REPLY_550_REQUESTED_ACTION_NOT_TAKEN,
                    "There is no " + DropPath.nameOf(path) + " to rename.");
            return;
        }
        session.setRenameFrom(view.file(path, entry.get()));
        Refusals.reply(
                session, FtpReply.REPLY_350_REQUESTED_FILE_ACTION_PENDING_FURTHER_INFORMATION, "send the new name");
    }

    void renameTo(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        try {
            if (!(session.getRenameFrom() instanceof FolderFile from)) {
                Refusals.reply(session, FtpReply.REPLY_503_BAD_SEQUENCE_OF_COMMANDS, "Send RNFR first.");
                return;
            }
            FolderView view = FolderView.of(session);
            String to = view.resolveToChange(request.getArgument());
            String follows = consequences.ofRenaming(view, from.path(), to);
            String next = view.folder()
                    .rename(from.path(), to)
                    .map(receipt -> "; " + replies.received(DropPath.nameOf(to), receipt, view.desk()))
                    .orElse(follows);
            Refusals.reply(session, DONE, "renamed to " + DropPath.nameOf(to) + next);
        } finally {
            session.resetState();
        }
    }
}
