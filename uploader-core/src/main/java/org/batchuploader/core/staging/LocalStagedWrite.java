package org.batchuploader.core.staging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.batchuploader.core.id.BlobId;
import org.jspecify.annotations.Nullable;

/** A file being written; sealed by a forced write, a rename and a forced folder. */
final class LocalStagedWrite implements StagedWrite {
    private final BlobId id;
    private final FileChannel channel;
    private final Path folder;
    private long position;
    private @Nullable StagedFile result;

    LocalStagedWrite(BlobId id, FileChannel channel, Path folder) throws IOException {
        this.id = id;
        this.channel = channel;
        this.folder = folder;
        this.position = channel.position();
    }

    @Override
    public BlobId id() {
        return id;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int written = 0;
        while (source.hasRemaining()) {
            written += channel.write(source);
        }
        position += written;
        return written;
    }

    @Override
    public StagedFile seal() throws IOException {
        if (result == null) {
            channel.force(true);
            channel.close();
            Path unsealed = folder.resolve(id.value() + LocalStagingArea.UNSEALED);
            Files.move(unsealed, folder.resolve(id.value()), StandardCopyOption.ATOMIC_MOVE);
            Durable.forceFolder(folder);
            result = new StagedFile(id, position);
        }
        return result;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
