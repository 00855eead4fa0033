package org.batchuploader.core.staging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.batchuploader.core.id.BlobId;
import org.jspecify.annotations.Nullable;

/** A file being written; sealed by a forced write, a rename and a forced folder. */
final class LocalStagedWrite implements StagedWrite {
    /** Looked after so many bytes, whether others or this file itself have come into the reserve. */
    private static final long LOOK_EVERY = 4L << 20;

    /** Whether there is room for more. */
    interface Room {
        /** @throws StagingFull when there is none */
        void require() throws IOException;
    }

    private final BlobId id;
    private final FileChannel channel;
    private final Path folder;
    private final MessageDigest digest;
    private final Room room;
    private long position;
    private long looked;
    private @Nullable StagedFile result;

    /** @param digest of the bytes before the channel's position */
    LocalStagedWrite(BlobId id, FileChannel channel, Path folder, MessageDigest digest, Room room) throws IOException {
        this.id = id;
        this.channel = channel;
        this.folder = folder;
        this.digest = digest;
        this.room = room;
        this.position = channel.position();
        this.looked = position;
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
        if (position - looked >= LOOK_EVERY) {
            room.require();
            looked = position;
        }
        digest.update(source.duplicate());
        int written = 0;
        try {
            while (source.hasRemaining()) {
                written += channel.write(source);
            }
        } catch (IOException e) {
            room.require();
            throw e;
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
            result = new StagedFile(id, position, HexFormat.of().formatHex(digest.digest()));
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
