package org.batchuploader.ftp;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.zip.CRC32;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.batchuploader.core.drop.DropEntry;
import org.batchuploader.core.name.DropPath;
import org.jspecify.annotations.Nullable;

/**
 * Checksums of what is stored: {@code HASH} (draft-bryan-ftpext-hash), and {@code XCRC}, {@code XMD5} and their like as many
 * clients send them. A large file takes its session's time only; few are read at once, so that transfers have the disk.
 */
final class Hashing {
    /** The names that {@code HASH} knows, the usual one first. */
    enum Algorithm {
        SHA_256("SHA-256"),
        SHA_512("SHA-512"),
        SHA_1("SHA-1"),
        MD5("MD5"),
        CRC32("CRC32");

        final String title;

        Algorithm(String title) {
            this.title = title;
        }

        static Optional<Algorithm> of(String title) {
            for (Algorithm algorithm : values()) {
                if (algorithm.title.equalsIgnoreCase(title)) {
                    return Optional.of(algorithm);
                }
            }
            return Optional.empty();
        }
    }

    private static final String CHOSEN = "org.batchuploader.ftp.hash";
    private static final int AT_ONCE = 2;
    private static final long LARGEST = 64L << 30;
    private static final int BUFFER = 1 << 17;
    private static final int HASH = 213;

    private final Semaphore room = new Semaphore(AT_ONCE);

    private interface Sum {
        void add(byte[] bytes, int length);

        String hex();
    }

    /** {@code HASH}: of the algorithm that {@code OPTS HASH} chose. */
    void hash(FtpIoSession session, FtpServerContext context, FtpRequest request) throws IOException {
        Algorithm algorithm = chosen(session);
        FolderView view = FolderView.of(session);
        String path = view.resolve(request.getArgument());
        DropEntry entry = entry(session, view, path);
        if (entry == null) {
            return;
        }
        String hex = hex(session, view, path, algorithm);
        if (hex != null) {
            Refusals.reply(
                    session, HASH, algorithm.title + " 0-" + entry.size() + " " + hex + " " + DropPath.nameOf(path));
        }
    }

    /** {@code XSHA256} and its like. */
    Command of(Algorithm algorithm) {
        return Refusals.told((session, context, request) -> {
            FolderView view = FolderView.of(session);
            String path = view.resolve(unquoted(request.getArgument()));
            String hex = entry(session, view, path) == null ? null : hex(session, view, path, algorithm);
            if (hex != null) {
                Refusals.reply(session, FtpReply.REPLY_250_REQUESTED_FILE_ACTION_OKAY, hex.toUpperCase(Locale.ROOT));
            }
        });
    }

    /** {@code OPTS HASH}: tells which one is chosen, or chooses. */
    void choose(FtpIoSession session, String title) {
        if (title.isEmpty()) {
            Refusals.reply(session, FtpReply.REPLY_200_COMMAND_OKAY, chosen(session).title);
            return;
        }
        Optional<Algorithm> algorithm = Algorithm.of(title);
        if (algorithm.isEmpty()) {
            Refusals.reply(
                    session,
                    FtpReply.REPLY_501_SYNTAX_ERROR_IN_PARAMETERS_OR_ARGUMENTS,
                    "There are SHA-256, SHA-512, SHA-1, MD5 and CRC32.");
            return;
        }
        session.setAttribute(CHOSEN, algorithm.get());
        Refusals.reply(session, FtpReply.REPLY_200_COMMAND_OKAY, algorithm.get().title);
    }

    /** The line of {@code FEAT}: all algorithms, with a star at the chosen one. */
    static String feature(FtpIoSession session) {
        StringBuilder line = new StringBuilder(" HASH ");
        for (Algorithm algorithm : Algorithm.values()) {
            line.append(algorithm.title).append(algorithm == chosen(session) ? "*;" : ";");
        }
        return line.toString();
    }

    private static Algorithm chosen(FtpIoSession session) {
        return session.getAttribute(CHOSEN) instanceof Algorithm algorithm ? algorithm : Algorithm.SHA_256;
    }

    private static @Nullable DropEntry entry(FtpIoSession session, FolderView view, String path) {
        Optional<DropEntry> entry = view.folder().find(path).filter(e -> !e.isFolder());
        if (entry.isEmpty()) {
            Refusals.reply(
                    session,
                    FtpReply.REPLY_550_REQUESTED_ACTION_NOT_TAKEN,
                    "There is no file " + DropPath.nameOf(path) + ".");
            return null;
        }
        if (entry.get().size() > LARGEST) {
            Refusals.reply(
                    session,
                    FtpReply.REPLY_552_REQUESTED_FILE_ACTION_ABORTED_EXCEEDED_STORAGE,
                    DropPath.nameOf(path) + " is too large to be read for its checksum; 64 GiB are the most.");
            return null;
        }
        return entry.get();
    }

    private @Nullable String hex(FtpIoSession session, FolderView view, String path, Algorithm algorithm)
            throws IOException {
        if (!room.tryAcquire()) {
            Refusals.reply(
                    session,
                    FtpReply.REPLY_450_REQUESTED_FILE_ACTION_NOT_TAKEN,
                    "Other checksums are being made; try again in a moment.");
            return null;
        }
        try (InputStream in = view.folder().read(path, 0)) {
            Sum sum = sum(algorithm);
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sum.add(buffer, count);
                if (session.isClosing()) {
                    return null;
                }
            }
            return sum.hex();
        } finally {
            room.release();
        }
    }

    private static Sum sum(Algorithm algorithm) {
        return algorithm == Algorithm.CRC32 ? new Crc() : new Digest(algorithm.title);
    }

    /** Names may stand in quotation marks there. */
    private static String unquoted(String argument) {
        String name = argument.strip();
        return name.length() > 2 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1)
                : name;
    }

    private static final class Crc implements Sum {
        private final CRC32 crc = new CRC32();

        @Override
        public void add(byte[] bytes, int length) {
            crc.update(bytes, 0, length);
        }

        @Override
        public String hex() {
            return HexFormat.of().toHexDigits((int) crc.getValue());
        }
    }

    private static final class Digest implements Sum {
        private final MessageDigest digest;

        Digest(String title) {
            try {
                digest = MessageDigest.getInstance(title);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has " + title, e);
            }
        }

        @Override
        public void add(byte[] bytes, int length) {
            digest.update(bytes, 0, length);
        }

        @Override
        public String hex() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
