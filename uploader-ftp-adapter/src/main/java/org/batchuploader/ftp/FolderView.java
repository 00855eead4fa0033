package org.batchuploader.ftp;

import org.apache.ftpserver.ftplet.FileSystemView;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpFile;
import org.apache.ftpserver.impl.FtpIoSession;
import org.batchuploader.core.drop.DropEntry;
import org.batchuploader.core.drop.DropFolder;
import org.batchuploader.core.name.DropPath;
import org.batchuploader.core.name.InvalidName;
import org.batchuploader.core.user.Owner;

/** A session's drop folder and where in it the session is. */
final class FolderView implements FileSystemView {
    private final Owner visitor;
    private final DropFolder folder;
    private String working = "";

    FolderView(Owner visitor, DropFolder folder) {
        this.visitor = visitor;
        this.folder = folder;
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

    private FtpFile at(String path) {
        return new FolderFile(folder, path, folder.find(path).orElse(null));
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
