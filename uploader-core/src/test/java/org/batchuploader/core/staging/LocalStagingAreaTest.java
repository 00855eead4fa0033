package org.batchuploader.core.staging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.batchuploader.core.id.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStagingAreaTest {
    @TempDir
    Path folder;

    private LocalStagingArea staging;

    @BeforeEach
    void open() throws IOException {
        staging = new LocalStagingArea(folder, new Ids(), 0);
    }

    @Test
    void reads_what_was_sealed() throws IOException {
        StagedFile file = write("hello world").seal();
        assertThat(file.size()).isEqualTo(11);
        assertThat(staging.read(file.blob(), 6)).hasContent("world");
        assertThat(staging.localFile(file.blob())).hasContent("hello world");
    }

    @Test
    void goes_on_with_what_broke_off() throws IOException {
        StagedWrite broken = write("hello wor");
        broken.close();
        assertThat(staging.size(broken.id())).isEqualTo(9);
        StagedWrite again = staging.resume(broken.id(), 6);
        again.write(ByteBuffer.wrap("there".getBytes(UTF_8)));
        assertThat(staging.read(again.seal().blob(), 0)).hasContent("hello there");
    }

    @Test
    void says_the_sha_256_of_what_was_written_in_pieces_and_at_two_times() throws IOException {
        String hello = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";
        assertThat(write("hello world").seal().sha256()).isEqualTo(hello);
        StagedWrite broken = write("hello mars");
        broken.close();
        StagedWrite again = staging.resume(broken.id(), 6);
        again.write(ByteBuffer.wrap("wor".getBytes(UTF_8)));
        again.write(ByteBuffer.wrap("ld".getBytes(UTF_8)));
        assertThat(again.seal().sha256()).isEqualTo(hello);
    }

    @Test
    void a_sealed_blob_cannot_be_written_again() throws IOException {
        StagedFile file = write("done").seal();
        assertThatThrownBy(() -> staging.resume(file.blob(), 0)).isInstanceOf(IOException.class);
    }

    @Test
    void refuses_to_go_on_behind_the_end() throws IOException {
        StagedWrite broken = write("abc");
        broken.close();
        assertThatThrownBy(() -> staging.resume(broken.id(), 4)).hasMessageContaining("3 bytes, not 4");
    }

    @Test
    void finds_the_old_and_deletes() throws IOException {
        StagedFile file = write("old").seal();
        assertThat(staging.olderThan(Instant.now().plusSeconds(60), 10)).containsExactly(file.blob());
        assertThat(staging.olderThan(Instant.EPOCH, 10)).isEmpty();
        staging.delete(file.blob());
        staging.delete(file.blob());
        assertThat(staging.olderThan(Instant.now().plusSeconds(60), 10)).isEmpty();
    }

    @Test
    void keeps_its_reserve() throws IOException {
        LocalStagingArea full = new LocalStagingArea(folder, new Ids(), Long.MAX_VALUE);
        assertThatThrownBy(full::begin).isInstanceOf(StagingFull.class);
    }

    @Test
    void keeps_its_reserve_from_a_file_that_is_on_its_way() throws IOException {
        AtomicLong usable = new AtomicLong(100);
        LocalStagingArea filling = new LocalStagingArea(folder, new Ids(), 100, usable::get);
        try (StagedWrite write = filling.begin()) {
            usable.set(99);
            assertThatThrownBy(() -> {
                        for (int megabyte = 0; megabyte < 6; megabyte++) {
                            write.write(ByteBuffer.allocate(1 << 20));
                        }
                    })
                    .isInstanceOf(StagingFull.class)
                    .hasMessageContaining("99");
            assertThat(write.position()).isEqualTo(4 << 20);
        }
    }

    private StagedWrite write(String text) throws IOException {
        StagedWrite write = staging.begin();
        write.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
        return write;
    }
}
