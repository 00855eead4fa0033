package org.batchuploader.core.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.staging.StagedFile;
import org.batchuploader.core.staging.StagedWrite;
import org.batchuploader.core.staging.StagingArea;

/** A staging area as doors see it: what is written to it came in. */
public record MeteredStaging(StagingArea area, Meter meter) implements StagingArea {
    private record Write(StagedWrite write, Meter meter) implements StagedWrite {
        @Override
        public BlobId id() {
            return write.id();
        }

        @Override
        public long position() {
            return write.position();
        }

        @Override
        public StagedFile seal() throws IOException {
            return write.seal();
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int written = write.write(bytes);
            meter.received(written);
            return written;
        }

        @Override
        public boolean isOpen() {
            return write.isOpen();
        }

        @Override
        public void close() throws IOException {
            write.close();
        }
    }

    @Override
    public StagedWrite begin() throws IOException {
        return new Write(area.begin(), meter);
    }

    @Override
    public StagedWrite resume(BlobId id, long offset) throws IOException {
        return new Write(area.resume(id, offset), meter);
    }

    @Override
    public long size(BlobId id) throws IOException {
        return area.size(id);
    }

    @Override
    public InputStream read(BlobId id, long offset) throws IOException {
        return area.read(id, offset);
    }

    @Override
    public Path localFile(BlobId id) throws IOException {
        return area.localFile(id);
    }

    @Override
    public void delete(BlobId id) throws IOException {
        area.delete(id);
    }

    @Override
    public List<BlobId> olderThan(Instant time, int limit) throws IOException {
        return area.olderThan(time, limit);
    }

    @Override
    public long usableSpace() throws IOException {
        return area.usableSpace();
    }
}
