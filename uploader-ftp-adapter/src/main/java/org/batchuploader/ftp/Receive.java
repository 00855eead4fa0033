package org.batchuploader.ftp;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.DataType;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.impl.FtpIoSession;
import org.batchuploader.core.drop.Transfer;
import org.batchuploader.core.intake.Receipt;
import org.batchuploader.core.name.DropPath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code STOR}, {@code APPE} and {@code STOU}. The file is said to be received only after it is committed; one that
 * broke off is kept to be resumed. Bytes are stored as they come, whatever the {@code TYPE}.
 */
final class Receive {
    private static final Logger LOG = LoggerFactory.getLogger(Receive.class);
    private static final int BUFFER = 1 << 16;

    private final Replies replies;
    private final Consequences consequences;
    private final Set<String> writing = ConcurrentHashMap.newKeySet();

    Receive(Replies replies, Consequences consequences) {
        this.replies = replies;
        this.consequences = consequences;
    }

    Command store() {
        return (session, context, request) -> {
            String path = FolderView.of(session).resolveToChange(request.getArgument());
            long offset = session.getFileOffset();
            receive(session, path, "send " + DropPath.nameOf(path), view -> view.folder()
                    .write(path, offset));
        };
    }

    Command append() {
        return (session, context, request) -> {
            String path = FolderView.of(session).resolveToChange(request.getArgument());
            receive(session, path, "send the rest of " + DropPath.nameOf(path), view -> view.folder()
                    .append(path));
        };
    }

    Command storeUnique() {
        return (session, context, request) -> Refusals.tell(session, request.getCommand(), () -> {
            FolderView view = FolderView.of(session);
            String wanted = request.hasArgument() ? request.getArgument() : "file";
            String path = UniqueName.of(
                    view.resolveToChange(wanted),
                    p -> view.folder().find(p).isPresent() || writing.contains(key(view, p)));
            receive(session, path, "FILE: " + DropPath.nameOf(path), v -> v.folder()
                    .write(path, 0));
        });
    }

    private interface Begin {
        Transfer begin(FolderView view) throws IOException;
    }

    private void receive(FtpIoSession session, String path, String go, Begin begin) throws IOException {
        FolderView view = FolderView.of(session);
        String key = key(view, path);
        if (!writing.add(key)) {
            Refusals.reply(
                    session,
                    FtpReply.REPLY_450_REQUESTED_FILE_ACTION_NOT_TAKEN,
                    DropPath.nameOf(path) + " is being received already; try again when that has ended.");
            return;
        }
        Inbound inbound = new Inbound(session);
        try {
            String replaced = consequences.ofReplacing(view, path);
            try (Transfer transfer = begin.begin(view)) {
                receive(session, inbound, transfer, path, go, replaced);
            }
        } finally {
            writing.remove(key);
            session.resetState();
            inbound.end();
        }
    }

    private void receive(
            FtpIoSession session, Inbound inbound, Transfer transfer, String path, String go, String replaced)
            throws IOException {
        String name = DropPath.nameOf(path);
        Refusals.reply(session, FtpReply.REPLY_150_FILE_STATUS_OKAY, go);
        DataConnection connection;
        try {
            connection = inbound.open();
        } catch (Exception e) {
            session.write(Outbound.unopened(session));
            return;
        }
        var sink = new Sink(transfer);
        boolean ended = drain(session, connection, sink);
        if (sink.failure != null) {
            throw sink.failure;
        }
        if (!ended || !inbound.endedWell()) {
            LOG.atInfo()
                    .addKeyValue("path", path)
                    .addKeyValue("bytes", transfer.position())
                    .log("a transfer broke off; it can be resumed");
            Refusals.reply(
                    session,
                    FtpReply.REPLY_426_CONNECTION_CLOSED_TRANSFER_ABORTED,
                    "The transfer broke off after " + transfer.position() + " bytes of " + name
                            + "; it can be resumed.");
            return;
        }
        Receipt receipt = transfer.commit();
        LOG.atInfo()
                .addKeyValue("upload", receipt.upload())
                .addKeyValue("path", path)
                .addKeyValue("bytes", transfer.position())
                .log("received over FTP");
        Refusals.reply(
                session,
                FtpReply.REPLY_226_CLOSING_DATA_CONNECTION,
                warned(
                        session,
                        replies.received(name, receipt, FolderView.of(session).desk()) + replaced));
    }

    /** A second line for those who asked for a translation that would destroy a map. */
    private static String warned(FtpIoSession session, String sentence) {
        return session.getDataType() == DataType.ASCII
                ? "TYPE A: the bytes are stored as they were sent, not translated.\n" + sentence
                : sentence;
    }

    /** Whether the data connection came to an orderly end. */
    private static boolean drain(FtpIoSession session, DataConnection connection, Sink sink) {
        try (OutputStream out = new BufferedOutputStream(sink, BUFFER)) {
            connection.transferFromClient(session.getFtpletSession(), out);
            return true;
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("a data connection broke");
            return false;
        }
    }

    /** One name for a file whoever looks at it. */
    private static String key(FolderView view, String path) {
        String incoming = "incoming/";
        return view.visitor().administrator() && path.startsWith(incoming)
                ? path.substring(incoming.length())
                : view.visitor().name() + "/" + path;
    }

    /**
     * Tells a staging area that fails from a data connection that fails. It fails once: what a buffer still flushes when
     * it is closed then goes nowhere, since an exception cannot be suppressed by itself.
     */
    private static final class Sink extends OutputStream {
        private final Transfer transfer;
        private @Nullable IOException failure;

        Sink(Transfer transfer) {
            this.transfer = transfer;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (failure != null) {
                return;
            }
            try {
                transfer.write(ByteBuffer.wrap(bytes, offset, length));
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
