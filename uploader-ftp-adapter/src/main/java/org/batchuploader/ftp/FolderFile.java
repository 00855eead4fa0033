package org.batchuploader.ftp;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.batchuploader.core.drop.DropEntry;
import org.batchuploader.core.drop.DropFolder;
import org.batchuploader.core.name.DropPath;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a drop folder as FtpServer's reading commands want it, as it was when it was asked for. Whatever changes
 * entries goes through {@link FolderCommands} and {@link Receive}.
 */
final class FolderFile extends ReadOnlyFile {
    private final DropFolder folder;
    private final StatusFiles status;
    private final @Nullable DropEntry entry;

    FolderFile(DropFolder folder, StatusFiles status, String path, @Nullable DropEntry entry) {
        super(path);
        this.folder = folder;
        this.status = status;
        this.entry = entry;
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
    public boolean isWritable() {
        return true;
    }

    @Override
    public boolean isRemovable() {
        return entry != null && !path().isEmpty();
    }

    @Override
    public String getOwnerName() {
        return entry == null ? "nobody" : entry.owner();
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
    public List<ReadOnlyFile> listFiles() {
        List<DropEntry> entries = folder.list(path());
        Stream<ReadOnlyFile> files =
                entries.stream().map(e -> new FolderFile(folder, status, DropPath.join(path(), e.name()), e));
        return Stream.concat(files, status.in(path(), entries).stream()).toList();
    }

    @Override
    public InputStream createInputStream(long offset) throws IOException {
        return folder.read(path(), offset);
    }
}
