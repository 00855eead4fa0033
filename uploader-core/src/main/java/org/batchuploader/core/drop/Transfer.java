package org.batchuploader.core.drop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.batchuploader.core.bundle.BundleKey;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.inspect.ArrivalRefused;
import org.batchuploader.core.inspect.FirstLook;
import org.batchuploader.core.intake.Receipt;
import org.batchuploader.core.staging.StagedWrite;
import org.batchuploader.core.staging.StagingArea;
import org.jspecify.annotations.Nullable;

/**
 * A file being written into a drop folder. {@link #commit} makes it durable and part of its bundle; {@link #close}
 * without a commit keeps what came, as an incomplete file that may be resumed and belongs to no bundle; what was refused
 * while it arrived is not kept.
 */
public final class Transfer implements WritableByteChannel {
    /** From this size on a transfer is worth resuming, even if we are killed in the midst of it. */
    private static final long WORTH_RESUMING = 8L << 20;

    private final DropFolder folder;
    private final DropFolders.Desk desk;
    private final Place place;
    private final BundleKey key;
    private final StagedWrite write;
    private final FirstLook look;
    private boolean noted;
    private boolean refused;
    private boolean ended;
    private @Nullable Receipt receipt;

    Transfer(DropFolder folder, DropFolders.Desk desk, Place place, StagedWrite write) {
        this.folder = folder;
        this.desk = desk;
        this.place = place;
        this.write = write;
        this.look = write.position() == 0 ? desk.looks().apply(place.name()) : FirstLook.NONE;
        this.key = BundleKey.of(place.owner(), place.folder(), place.name());
        desk.assembler().transferBegan(key);
    }

    /** The first {@code length} bytes of a blob, to be gone on with in a new one. */
    static StagedWrite copy(StagingArea staging, BlobId blob, long length) throws IOException {
        StagedWrite write = staging.begin();
        try (InputStream in = staging.read(blob, 0)) {
            byte[] buffer = new byte[1 << 16];
            while (write.position() < length) {
                int wanted = (int) Math.min(buffer.length, length - write.position());
                int read = in.read(buffer, 0, wanted);
                if (read < 0) {
                    throw new IOException("blob " + blob + " ended at " + write.position() + ", not at " + length);
                }
                write.write(ByteBuffer.wrap(buffer, 0, read));
            }
            return write;
        } catch (IOException e) {
            write.close();
            throw e;
        }
    }

    /** Bytes in the file so far, those from before a resumption included. */
    public long position() {
        return write.position();
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        hopeful(() -> look.see(source));
        int written = write.write(source);
        if (!noted && write.position() >= WORTH_RESUMING) {
            note();
        }
        return written;
    }

    /** The file ended well: force it to disk, make it part of its bundle, say what comes next. */
    public Receipt commit() throws IOException {
        if (receipt == null) {
            hopeful(look::end);
            receipt = folder.arrived(place, write.seal());
            end();
        }
        return receipt;
    }

    @Override
    public boolean isOpen() {
        return write.isOpen();
    }

    @Override
    public void close() throws IOException {
        if (ended) {
            return;
        }
        try {
            write.close();
            if (write.position() > 0 && !refused) {
                note();
            } else {
                desk.staging().delete(write.id());
                if (noted) {
                    desk.store().remove(place.owner(), place.path());
                }
            }
        } finally {
            end();
        }
    }

    private interface Glance {
        void run() throws ArrivalRefused;
    }

    private void hopeful(Glance glance) throws ArrivalRefused {
        try {
            glance.run();
        } catch (ArrivalRefused e) {
            refused = true;
            throw e;
        }
    }

    private void note() {
        desk.store()
                .put(new DropEntry(
                        place.owner(),
                        place.path(),
                        write.id(),
                        write.position(),
                        desk.clock().instant(),
                        false,
                        null));
        noted = true;
    }

    private void end() {
        if (!ended) {
            ended = true;
            desk.assembler().transferEnded(key);
        }
    }
}
