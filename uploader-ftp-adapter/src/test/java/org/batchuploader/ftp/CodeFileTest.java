package org.batchuploader.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.batchuploader.ftp.Workshop.deliver;
import static org.batchuploader.ftp.Workshop.put;
import static org.batchuploader.ftp.Workshop.site;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.net.ftp.FTPClient;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.user.Owner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeFileTest {
    @TempDir
    Path folder;

    private Workshop workshop;
    private FTPClient anna;

    @BeforeEach
    void open() throws IOException {
        workshop = new Workshop(folder);
        anna = workshop.client("anna");
    }

    @AfterEach
    void close() throws IOException {
        workshop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:2056", "2056", " epsg:2056\r\n", "\uFEFF2056\n"})
    void a_code_sent_later_is_the_correction(String content) throws IOException {
        lost();
        assertThat(put(anna, "roads.epsg", content))
                .startsWith("226 roads.epsg stored; added to roads, which is worked on again, upload ");
        workshop.await("anna", UploadState.PUBLISHED);
        assertThat(crs()).isEqualTo("EPSG:2056");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EPSG:1", "PROJCS[\"CH1903+ / LV95\"]", "2056 4326"})
    void what_is_no_code_is_answered_with_a_sentence_and_nothing_is_lost(String content) throws IOException {
        lost();
        assertThat(put(anna, "roads.epsg", content))
                .startsWith("550 CRS_UNRECOGNISED: roads.epsg does not hold the code of a coordinate reference system");
        assertThat(put(anna, "roads.epsg", "x".repeat(100_000))).startsWith("550 CRS_UNRECOGNISED: ");
        assertThat(workshop.uploads("anna")).hasSize(1);
        workshop.await("anna", UploadState.NEEDS_CORRECTION);
        put(anna, "roads.epsg", "2056");
        workshop.await("anna", UploadState.PUBLISHED);
    }

    @Test
    void a_code_that_comes_with_the_bundle_is_used() throws IOException {
        put(anna, "roads.epsg", "2056");
        deliver(anna, "roads", "lost");
        workshop.await("anna", UploadState.PUBLISHED);
        assertThat(crs()).isEqualTo("EPSG:2056");
    }

    @Test
    void of_two_corrections_the_later_one_counts_whichever_way_it_came() throws IOException {
        lost();
        site(anna, "CRS roads EPSG:4326");
        workshop.await("anna", UploadState.PUBLISHED);
        put(anna, "roads.epsg", "2056");
        workshop.await("anna", UploadState.PUBLISHED);
        assertThat(crs()).isEqualTo("EPSG:2056");
        put(anna, "roads.prj", "anything");
        workshop.await("anna", UploadState.PUBLISHED);
        assertThat(crs()).isEqualTo("EPSG:4326");
        site(anna, "CRS roads EPSG:2056");
        workshop.await("anna", UploadState.PUBLISHED);
        assertThat(crs()).isEqualTo("EPSG:2056");
    }

    private void lost() throws IOException {
        deliver(anna, "roads", "lost");
        workshop.await("anna", UploadState.NEEDS_CORRECTION);
    }

    private String crs() {
        Upload upload = workshop.uploads("anna").get(0);
        return workshop.uploader
                .desk(Owner.named("anna"))
                .find(upload.id())
                .flatMap(details -> details.datasets().get(0).knownCrs())
                .orElse("none");
    }
}
