package org.batchuploader.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.batchuploader.ftp.Workshop.deliver;
import static org.batchuploader.ftp.Workshop.get;
import static org.batchuploader.ftp.Workshop.put;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.net.ftp.FTPClient;
import org.batchuploader.core.upload.UploadState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidyingTest {
    private static final Duration KEEP = Duration.ofDays(7);

    @TempDir
    Path folder;

    private Workshop workshop;
    private FTPClient anna;

    @BeforeEach
    void open() throws IOException {
        workshop = new Workshop(folder);
        anna = workshop.client("anna");
        put(anna, "roads.epsg", "2056");
        deliver(anna, "roads", "x");
        workshop.await("anna", UploadState.PUBLISHED);
    }

    @AfterEach
    void close() throws IOException {
        workshop.close();
    }

    @Test
    void published_files_stay_for_their_time_and_then_a_line_says_where_they_went() throws IOException {
        workshop.tidyAfter(KEEP.minusHours(1), KEEP);
        assertThat(anna.listNames()).hasSize(4);
        assertThat(get(anna, "roads.shp")).isEqualTo("x");
        workshop.tidyAfter(KEEP.plusHours(1), KEEP);
        assertThat(anna.listNames()).containsExactly("STATUS.txt");
        assertThat(get(anna, "STATUS.txt"))
                .contains(
                        "roads: PUBLISHED", "The delivered files were tidied away from this folder; the layer stays.");
        workshop.await("anna", UploadState.PUBLISHED);
    }

    @Test
    void what_needs_its_owner_or_is_not_whole_is_never_tidied() throws IOException {
        deliver(anna, "lost", "x");
        workshop.await("anna", UploadState.NEEDS_CORRECTION);
        put(anna, "half.shp", "x");
        put(anna, "notes.txt.part", "x");
        workshop.tidyAfter(KEEP.plusDays(100), KEEP);
        assertThat(anna.listNames()).contains("lost.shp", "lost.shx", "lost.dbf", "half.shp", "notes.txt.part");
    }

    @Test
    void a_file_delivered_again_after_the_tidying_replaces_the_layer() throws IOException {
        workshop.tidyAfter(KEEP.plusDays(1), KEEP);
        deliver(anna, "roads", "y");
        put(anna, "roads.epsg", "2056");
        workshop.await("anna", UploadState.PUBLISHED);
        assertThat(anna.listNames()).hasSize(4);
        assertThat(Workshop.site(anna, "STATUS roads")).contains("Layer roads:");
    }
}
