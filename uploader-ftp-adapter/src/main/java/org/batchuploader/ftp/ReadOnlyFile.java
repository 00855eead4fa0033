package org.batchuploader.ftp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.ftpserver.ftplet.FtpFile;
import org.batchuploader.core.name.DropPath;
import org.jspecify.annotations.Nullable;

/** What FtpServer's reading commands may show; nothing is changed by way of it. */
abstract class ReadOnlyFile implements FtpFile {
    private final String path;

    ReadOnlyFile(String path) {
        this.path = path;
    }

    final String path() {
        return path;
    }

    @Override
    public final String getAbsolutePath() {
        return "/" + path;
    }

    @Override
    public final String getName() {
        return path.isEmpty() ? "/" : DropPath.nameOf(path);
    }

    @Override
    public final boolean isHidden() {
        return false;
    }

    @Override
    public final boolean isReadable() {
        return doesExist();
    }

    @Override
    public final String getGroupName() {
        return "uploaders";
    }

    @Override
    public final int getLinkCount() {
        return isDirectory() ? 2 : 1;
    }

    @Override
    public List<ReadOnlyFile> listFiles() {
        return List.of();
    }

    @Override
    public final @Nullable Object getPhysicalFile() {
        return null;
    }

    @Override
    public final boolean setLastModified(long time) {
        return false;
    }

    @Override
    public final boolean mkdir() {
        return false;
    }

    @Override
    public final boolean delete() {
        return false;
    }

    @Override
    public final boolean move(FtpFile target) {
        return false;
    }

    @Override
    public final OutputStream createOutputStream(long offset) throws IOException {
        throw new IOException("files are written by their own command");
    }
}
