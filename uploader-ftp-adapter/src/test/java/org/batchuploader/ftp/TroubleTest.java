package org.batchuploader.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.commons.net.ftp.FTPClient;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.staging.StagedFile;
import org.batchuploader.core.staging.StagedWrite;
import org.batchuploader.core.staging.StagingArea;
import org.batchuploader.core.staging.StagingFull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroubleTest {
    @TempDir
    Path folder;

    @Test
    void a_failing_fsync_is_told_and_the_file_is_not_received() throws IOException {
        try (House house = House.withStaging(folder, area -> new Failing(area, false))) {
            FTPClient anna = house.client("anna");
            assertThat(anna.storeFile("a.zip", new ByteArrayInputStream(new byte[10])))
                    .isFalse();
            assertThat(anna.getReplyString()).startsWith("451 ").contains("try again");
            assertThat(house.uploads()).isEmpty();
            assertThat(anna.sendNoOp()).isTrue();
        }
    }

    @Test
    void a_full_staging_area_is_told() throws IOException {
        try (House house = House.withStaging(folder, area -> new Failing(area, true))) {
            FTPClient anna = house.client("anna");
            assertThat(anna.storeFile("a.zip", new ByteArrayInputStream(new byte[10])))
                    .isFalse();
            assertThat(anna.getReplyString().trim()).isEqualTo("452 There is no room for more just now.");
            assertThat(house.uploads()).isEmpty();
        }
    }

    /** A staging area on a disk that is full, or cannot force. */
    private record Failing(StagingArea area, boolean full) implements StagingArea {
        @Override
        public StagedWrite begin() throws IOException {
            if (full) {
                throw new StagingFull(0, 1);
            }
            StagedWrite write = area.begin();
            return new StagedWrite() {
                @Override
                public BlobId id() {
                    return write.id();
                }

                @Override
                public long position() {
                    return write.position();
                }

                @Override
                public int write(ByteBuffer source) throws IOException {
                    return write.write(source);
                }

                @Override
                public StagedFile seal() throws IOException {
                    throw new IOException("Input/output error");
                }

                @Override
                public boolean isOpen() {
                    return write.isOpen();
                }

                @Override
                public void close() throws IOException {
                    write.close();
                }
            };
        }

        @Override
        public StagedWrite resume(BlobId id, long offset) throws IOException {
            return area.resume(id, offset);
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
}
