package org.batchuploader.core.staging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.Ids;

/**
 * Blobs as files named by us, spread over folders by the first two characters of their ids. A blob that is not sealed
 * yet ends in {@code .part}.
 */
public final class LocalStagingArea implements StagingArea {
    static final String UNSEALED = ".part";

    private final Path root;
    private final Ids ids;
    private final long reserve;
    private final LongSupplier usable;

    /** @param reserve bytes of the disk that stay free; below, nothing is begun and what is on its way throws {@link StagingFull} */
    public LocalStagingArea(Path root, Ids ids, long reserve) throws IOException {
        // Asked of the file system itself: the table of mounts does not list it in a changed root or in some
        // containers.
        this(root, ids, reserve, () -> root.toFile().getUsableSpace());
    }

    /** @param usable bytes that are free on the disk */
    LocalStagingArea(Path root, Ids ids, long reserve, LongSupplier usable) throws IOException {
        this.root = Files.createDirectories(root);
        this.ids = ids;
        this.reserve = reserve;
        this.usable = usable;
    }

    @Override
    public StagedWrite begin() throws IOException {
        requireRoom();
        BlobId id = ids.blob();
        createFolder(folder(id));
        FileChannel channel = FileChannel.open(unsealed(id), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new LocalStagedWrite(id, channel, folder(id), Sha256.begin(), this::requireRoom);
    }

    @Override
    public StagedWrite resume(BlobId id, long offset) throws IOException {
        requireRoom();
        FileChannel channel = FileChannel.open(unsealed(id), StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.size() < offset) {
                throw new IOException("blob " + id + " has " + channel.size() + " bytes, not " + offset);
            }
            channel.truncate(offset).position(offset);
            return new LocalStagedWrite(id, channel, folder(id), Sha256.of(channel, offset), this::requireRoom);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public long size(BlobId id) throws IOException {
        return Files.size(localFile(id));
    }

    @Override
    public InputStream read(BlobId id, long offset) throws IOException {
        FileChannel channel = FileChannel.open(localFile(id), StandardOpenOption.READ);
        try {
            return Channels.newInputStream(channel.position(offset));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public Path localFile(BlobId id) throws IOException {
        if (Files.exists(sealed(id))) {
            return sealed(id);
        }
        if (Files.exists(unsealed(id))) {
            return unsealed(id);
        }
        throw new NoSuchFileException("blob " + id);
    }

    @Override
    public void delete(BlobId id) throws IOException {
        Files.deleteIfExists(sealed(id));
        Files.deleteIfExists(unsealed(id));
    }

    @Override
    public List<BlobId> olderThan(Instant time, int limit) throws IOException {
        List<BlobId> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root, 2)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                String id = name.endsWith(UNSEALED) ? name.substring(0, name.length() - UNSEALED.length()) : name;
                if (Ids.isValid(id)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
                    found.add(new BlobId(id));
                    if (found.size() == limit) {
                        break;
                    }
                }
            }
        }
        return found;
    }

    @Override
    public long usableSpace() {
        return Math.max(0, usable.getAsLong() - reserve);
    }

    private void requireRoom() throws IOException {
        long left = usable.getAsLong();
        if (left < reserve) {
            throw new StagingFull(left, reserve);
        }
    }

    private void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Durable.forceFolder(root);
        }
    }

    private Path sealed(BlobId id) {
        return folder(id).resolve(id.value());
    }

    private Path unsealed(BlobId id) {
        return folder(id).resolve(id.value() + UNSEALED);
    }

    private Path folder(BlobId id) {
        return root.resolve(id.value().substring(0, 2));
    }
}
