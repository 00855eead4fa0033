package org.batchuploader.ftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.ftpserver.ftplet.FtpFile;
import org.batchuploader.core.drop.DropEntry;
import org.batchuploader.core.drop.DropFolder;
import org.batchuploader.core.name.DropPath;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a drop folder as FtpServer's reading commands want it, as it was when it was asked for. Whatever changes
 * entries goes through {@link FolderCommands} and {@link Receive}.
 */
final class FolderFile implements FtpFile {
    private final DropFolder folder;
    private final String path;
    private final @Nullable DropEntry entry;

    FolderFile(DropFolder folder, String path, @Nullable DropEntry entry) {
        this.folder = folder;
        this.path = path;
        this.entry = entry;
    }

    String path() {
        return path;
    }

    @Override
    public String getAbsolutePath() {
        return "/" + path;
    }

    @Override
    public String getName() {
        return path.isEmpty() ? "/" : DropPath.nameOf(path);
    }

    @Override
    public boolean isHidden() {
        return false;
    }

    @Override
    public boolean isDirectory() {
        return entry != null && entry.isFolder();
    }

    @Override
    public boolean isFile() {
        return entry != null && !entry.isFolder();
    }

    @Override
    public boolean doesExist() {
        return entry != null;
    }

    @Override
    public boolean isReadable() {
        return entry != null;
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public boolean isRemovable() {
        return entry != null && !path.isEmpty();
    }

    @Override
    public String getOwnerName() {
        return entry == null ? "nobody" : entry.owner();
    }

    @Override
    public String getGroupName() {
        return "uploaders";
    }

    @Override
    public int getLinkCount() {
        return isDirectory() ? 2 : 1;
    }

    @Override
    public long getLastModified() {
        return entry == null ? 0 : entry.modified().toEpochMilli();
    }

    @Override
    public long getSize() {
        return entry == null ? 0 : entry.size();
    }

    @Override
    public List<FolderFile> listFiles() {
        return folder.list(path).stream()
                .map(e -> new FolderFile(folder, DropPath.join(path, e.name()), e))
                .toList();
    }

    @Override
    public InputStream createInputStream(long offset) throws IOException {
        return folder.read(path, offset);
    }

    @Override
    public @Nullable Object getPhysicalFile() {
        return null;
    }

    @Override
    public boolean setLastModified(long time) {
        return false;
    }

    @Override
    public boolean mkdir() {
        return false;
    }

    @Override
    public boolean delete() {
        return false;
    }

    @Override
    public boolean move(FtpFile target) {
        return false;
    }

    @Override
    public OutputStream createOutputStream(long offset) throws IOException {
        throw new IOException("files are written by their own command");
    }
}
