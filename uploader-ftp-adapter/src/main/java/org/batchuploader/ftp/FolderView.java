package org.batchuploader.ftp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.ftpserver.ftplet.FileSystemView;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpFile;
import org.apache.ftpserver.impl.FtpIoSession;
import org.batchuploader.core.desk.Desk;
import org.batchuploader.core.drop.DropEntry;
import org.batchuploader.core.drop.DropFolder;
import org.batchuploader.core.drop.DropRefused;
import org.batchuploader.core.name.DropPath;
import org.batchuploader.core.name.InvalidName;
import org.batchuploader.core.user.Owner;

/** A session's drop folder and where in it the session is. */
final class FolderView implements FileSystemView {
    private final Owner visitor;
    private final DropFolder folder;
    private final Desk desk;
    private final StatusFiles status;
    private String working = "";

    FolderView(Owner visitor, DropFolder folder, Desk desk, StatusTexts texts) {
        this.visitor = visitor;
        this.folder = folder;
        this.desk = desk;
        this.status = new StatusFiles(folder, desk, texts);
    }

    static FolderView of(FtpIoSession session) {
        return (FolderView) session.getFileSystemView();
    }

    Owner visitor() {
        return visitor;
    }

    DropFolder folder() {
        return folder;
    }

    /** What the visitor may see of deliveries and do with them. */
    Desk desk() {
        return desk;
    }

    /** How things stand in the folder that the session is in, line by line. */
    List<String> status() throws FtpException {
        FtpFile text = getFile(StatusFiles.NAME);
        try (InputStream in = text.createInputStream(0)) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The path of something that is to be changed.
     *
     * @throws InvalidName with a sentence for the visitor
     * @throws DropRefused where the service itself writes
     */
    String resolveToChange(String path) {
        String resolved = resolve(path);
        if (StatusFiles.isReserved(DropPath.nameOf(resolved))) {
            throw new DropRefused(DropPath.nameOf(resolved)
                    + " is written by the service, to be read; it goes away by itself and cannot be changed.");
        }
        return resolved;
    }

    /** @throws InvalidName with a sentence for the visitor */
    String resolve(String path) {
        return DropPath.resolve(working, path);
    }

    @Override
    public FtpFile getHomeDirectory() {
        return at("");
    }

    @Override
    public FtpFile getWorkingDirectory() {
        return at(working);
    }

    @Override
    public boolean changeWorkingDirectory(String path) {
        try {
            String target = resolve(path);
            if (folder.find(target).filter(DropEntry::isFolder).isEmpty()) {
                return false;
            }
            working = target;
            return true;
        } catch (InvalidName e) {
            return false;
        }
    }

    @Override
    public FtpFile getFile(String path) throws FtpException {
        try {
            return at(resolve(path));
        } catch (InvalidName e) {
            throw new FtpException(e.getMessage(), e);
        }
    }

    FolderFile file(String path, DropEntry entry) {
        return new FolderFile(folder, status, path, entry);
    }

    private FtpFile at(String path) {
        return status.find(path)
                .<FtpFile>map(file -> file)
                .orElseGet(() ->
                        new FolderFile(folder, status, path, folder.find(path).orElse(null)));
    }

    @Override
    public boolean isRandomAccessible() {
        return true;
    }

    /** Called when the session is over, after its last command. */
    @Override
    public void dispose() {
        folder.close();
    }
}
