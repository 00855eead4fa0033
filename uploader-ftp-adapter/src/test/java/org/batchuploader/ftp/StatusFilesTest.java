package org.batchuploader.ftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.batchuploader.ftp.Workshop.deliver;
import static org.batchuploader.ftp.Workshop.get;
import static org.batchuploader.ftp.Workshop.put;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.batchuploader.core.upload.UploadState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusFilesTest {
    private static final String[] PARTS = {"roads.dbf", "roads.shp", "roads.shx"};

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
    void what_needs_its_owner_is_told_beside_its_files_with_what_to_type() throws IOException {
        lost("roads");
        assertThat(anna.listNames())
                .containsExactlyInAnyOrder("roads.dbf", "roads.shp", "roads.shx", "roads.STATUS.txt", "STATUS.txt");
        String text = get(anna, "roads.STATUS.txt");
        assertThat(text)
                .contains("roads: NEEDS_CORRECTION", "CRS_MISSING: There is no .prj beside the shapefile.")
                .contains("90 %  EPSG:2056    CH1903+ / LV95")
                .contains("SITE CRS roads EPSG:2056", "SITE CANCEL roads", "roads.epsg");
        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
        assertThat(get(anna, "STATUS.txt")).contains("roads: NEEDS_CORRECTION", "SITE CRS roads EPSG:2056");
    }

    @Test
    void every_way_to_look_at_a_status_file_agrees_on_its_size() throws IOException {
        lost("roads");
        String size = String.valueOf(get(anna, "roads.STATUS.txt").getBytes(UTF_8).length);
        assertThat(anna.getSize("roads.STATUS.txt")).isEqualTo(size);
        assertThat(sizeIn(anna.listFiles())).isEqualTo(size);
        assertThat(sizeIn(anna.mlistDir())).isEqualTo(size);
        assertThat(anna.getModificationTime("roads.STATUS.txt")).hasSizeGreaterThanOrEqualTo(14);
        anna.setRestartOffset(5);
        assertThat(get(anna, "roads.STATUS.txt")).startsWith(": NEEDS_CORRECTION");
    }

    @Test
    void a_status_file_cannot_be_written_renamed_or_deleted_and_is_never_an_upload() throws IOException {
        lost("roads");
        int uploads = workshop.uploads("anna").size();
        assertThat(put(anna, "roads.STATUS.txt", "x")).startsWith("550 roads.STATUS.txt is written by the service");
        assertThat(put(anna, "new.status.TXT", "x")).startsWith("550 ");
        assertThat(anna.deleteFile("roads.STATUS.txt")).isFalse();
        assertThat(anna.getReplyString()).startsWith("550 roads.STATUS.txt is written by the service");
        assertThat(anna.rename("roads.STATUS.txt", "x.txt")).isFalse();
        assertThat(anna.rename("roads.dbf", "STATUS.txt")).isFalse();
        assertThat(anna.makeDirectory("STATUS.txt")).isFalse();
        assertThat(workshop.uploads("anna")).hasSize(uploads);
    }

    @Test
    void what_is_put_right_or_taken_down_has_no_status_file_any_more() throws IOException {
        lost("roads");
        put(anna, "roads.prj", "x");
        workshop.await("anna", UploadState.PUBLISHED);
        assertThat(anna.listNames()).containsExactlyInAnyOrder(with(PARTS, "roads.prj"));
        lost("tracks");
        assertThat(anna.listNames()).contains("tracks.STATUS.txt");
        deliver(anna, "tracks", "again");
        put(anna, "tracks.prj", "x");
        workshop.await("anna", UploadState.PUBLISHED);
        assertThat(anna.listNames()).doesNotContain("tracks.STATUS.txt", "STATUS.txt");
    }

    @Test
    void a_folder_without_trouble_lists_what_was_sent_and_tells_when_asked() throws IOException {
        assertThat(anna.listNames()).isEmpty();
        assertThat(get(anna, "STATUS.txt")).startsWith("There is no delivery in this folder.");
        put(anna, "roads.shp", "x");
        assertThat(anna.listNames()).containsExactly("roads.shp");
        assertThat(get(anna, "STATUS.txt"))
                .contains("roads: RECEIVED", "It waits for more files: roads.shx and roads.dbf.");
        assertThat(get(anna, "roads.STATUS.txt")).isEmpty();
        assertThat(anna.getReplyCode()).isEqualTo(550);
    }

    @Test
    void folders_tell_of_what_is_in_them_and_owners_of_their_own() throws IOException {
        anna.makeDirectory("2024");
        lost("2024/roads");
        assertThat(anna.listNames()).containsExactly("2024");
        assertThat(get(anna, "2024/STATUS.txt")).contains("SITE CRS /2024/roads EPSG:2056");
        FTPClient otto = workshop.client("otto");
        assertThat(get(otto, "STATUS.txt")).startsWith("There is no delivery");
        assertThat(otto.listNames()).isEmpty();
        FTPClient root = workshop.client("root");
        assertThat(root.listNames("incoming/anna/2024")).contains("roads.STATUS.txt", "STATUS.txt");
        assertThat(get(root, "incoming/anna/2024/roads.STATUS.txt"))
                .contains("SITE CRS /incoming/anna/2024/roads EPSG:2056");
    }

    private void lost(String path) throws IOException {
        deliver(anna, path, "lost");
        workshop.await("anna", UploadState.NEEDS_CORRECTION);
    }

    private static String[] with(String[] names, String more) {
        List<String> all = new ArrayList<>(List.of(names));
        all.add(more);
        return all.toArray(String[]::new);
    }

    private static String sizeIn(FTPFile[] files) {
        return Arrays.stream(files)
                .filter(f -> f.getName().equals("roads.STATUS.txt"))
                .map(f -> String.valueOf(f.getSize()))
                .findFirst()
                .orElse("none");
    }
}
