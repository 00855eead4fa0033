package org.batchuploader.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.batchuploader.ftp.Workshop.deliver;
import static org.batchuploader.ftp.Workshop.site;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.net.ftp.FTPClient;
import org.batchuploader.core.upload.UploadState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
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

    @Test
    void a_crs_is_supplied_in_the_client_and_the_layer_published() throws IOException {
        lost("roads");
        assertThat(site(anna, "CRS roads EPSG:2056")).isEqualTo("200 roads: EPSG:2056 taken; working on it again.");
        workshop.await("anna", UploadState.PUBLISHED);
        assertThat(site(anna, "STATUS roads")).contains("roads: PUBLISHED", "Layer roads:");
    }

    @Test
    void what_cannot_be_used_is_refused_with_the_codes_of_the_api() throws IOException {
        lost("roads");
        assertThat(site(anna, "CRS roads EPSG:1"))
                .isEqualTo("501 CRS_UNRECOGNISED: \"EPSG:1\" is no coordinate reference system we know.");
        assertThat(site(anna, "CHARSET roads nonsense"))
                .isEqualTo("501 CHARSET_INVALID: \"nonsense\" is no character set we know.");
        assertThat(site(anna, "CRS roads")).startsWith("501 Send SITE CRS, the name and the code");
        assertThat(site(anna, "CRS rivers EPSG:2056")).isEqualTo("550 There is no delivery called rivers here.");
        assertThat(site(anna, "RETRY")).startsWith("501 A name is needed");
        assertThat(site(anna, "CHMOD 644 roads.shp")).startsWith("504 There is no SITE CHMOD");
        assertThat(site(anna, "STATUS ../../x\u0001y")).startsWith("553 ");
        workshop.await("anna", UploadState.NEEDS_CORRECTION);
    }

    @Test
    void another_owner_neither_sees_nor_touches_it() throws IOException {
        lost("roads");
        String id = workshop.uploads("anna").get(0).id().toString();
        FTPClient otto = workshop.client("otto");
        for (String command : new String[] {
            "STATUS " + id, "STATUS roads", "CRS " + id + " EPSG:2056", "RETRY " + id, "CANCEL " + id, "CANCEL roads"
        }) {
            assertThat(site(otto, command)).as(command).startsWith("550 There is no delivery called ");
        }
        workshop.await("anna", UploadState.NEEDS_CORRECTION);
        assertThat(site(workshop.client("root"), "CRS /incoming/anna/roads EPSG:2056"))
                .startsWith("200 ");
        workshop.await("anna", UploadState.PUBLISHED);
    }

    @Test
    void what_failed_is_tried_again_and_what_is_unwanted_is_cancelled() throws IOException {
        deliver(anna, "roads", "bad");
        workshop.await("anna", UploadState.FAILED);
        assertThat(site(anna, "STATUS roads")).contains("RECORD_DAMAGED: Record 1 is damaged.", "SITE RETRY roads");
        assertThat(site(anna, "RETRY roads")).startsWith("200 roads is tried again, upload ");
        workshop.await("anna", UploadState.FAILED);
        assertThat(site(anna, "CANCEL roads.shp")).startsWith("200 upload ").contains(" is cancelled.");
        workshop.await("anna", UploadState.CANCELLED);
        assertThat(site(anna, "RETRY roads")).startsWith("450 roads: Nothing of it failed");
    }

    @Test
    void a_published_layer_is_taken_down_and_the_reply_says_so() throws IOException {
        lost("roads");
        site(anna, "CRS roads EPSG:2056");
        workshop.await("anna", UploadState.PUBLISHED);
        assertThat(site(anna, "CANCEL roads")).contains("; layer roads is being taken down. Its files stay");
        workshop.await("anna", UploadState.CANCELLED);
    }

    @Test
    void replies_of_many_lines_are_such_that_every_client_shows_them() throws IOException {
        lost("roads");
        String[] lines = site(anna, "STATUS").split("\r\n");
        assertThat(lines[0]).isEqualTo("211-/:");
        assertThat(lines[lines.length - 1]).isEqualTo("211 End");
        for (int i = 1; i < lines.length - 1; i++) {
            assertThat(lines[i]).startsWith(" ");
        }
        assertThat(site(anna, "HELP")).startsWith("214-").contains("SITE CRS name EPSG:2056");
        assertThat(site(anna, "")).startsWith("214-");
    }

    @Test
    void one_name_in_two_folders_is_two_deliveries() throws IOException {
        anna.makeDirectory("a");
        anna.makeDirectory("b");
        lost("a/roads");
        lost("b/roads");
        assertThat(workshop.uploads("anna")).hasSize(2);
        assertThat(site(anna, "CRS b/roads EPSG:2056")).startsWith("200 ");
        workshop.await("anna", UploadState.PUBLISHED);
        assertThat(site(anna, "STATUS /a/roads")).contains("roads: NEEDS_CORRECTION", "SITE CRS /a/roads EPSG:2056");
        anna.changeWorkingDirectory("b");
        assertThat(site(anna, "STATUS roads")).contains("roads: PUBLISHED");
    }

    @Test
    void nobody_asks_without_a_login() throws IOException {
        anna.logout();
        anna.disconnect();
        FTPClient nobody = workshop.client("nobody");
        assertThat(site(nobody, "STATUS")).startsWith("530 ");
    }

    private void lost(String path) throws IOException {
        deliver(anna, path, "lost");
        workshop.await("anna", UploadState.NEEDS_CORRECTION);
    }
}
