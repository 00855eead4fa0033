package org.batchuploader.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.batchuploader.ftp.Workshop.deliver;
import static org.batchuploader.ftp.Workshop.put;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.net.ftp.FTPClient;
import org.batchuploader.core.upload.UploadState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsequencesTest {
    @TempDir
    Path folder;

    @Test
    void each_change_of_what_is_published_is_answered_with_what_will_happen() throws IOException {
        try (Workshop workshop = new Workshop(folder)) {
            FTPClient anna = workshop.client("anna");
            published(workshop, anna);
            assertThat(put(anna, "roads.shp", "again"))
                    .startsWith("226 roads.shp stored; waiting for roads.shx and roads.dbf; ")
                    .endsWith("it will replace layer roads");
            put(anna, "roads.shx", "again");
            put(anna, "roads.dbf", "again");
            workshop.await("anna", UploadState.NEEDS_CORRECTION);
            put(anna, "roads.epsg", "2056");
            workshop.await("anna", UploadState.PUBLISHED);
            assertThat(anna.rename("roads.shp", "streets.shp")).isTrue();
            assertThat(reply(anna)).isEqualTo("250 renamed to streets.shp; layer roads will be named after streets");
            workshop.await("anna", UploadState.PUBLISHED);
            assertThat(anna.deleteFile("roads.dbf")).isTrue();
            assertThat(reply(anna)).isEqualTo("250 deleted roads.dbf; layer streets stays as it is");
            assertThat(anna.deleteFile("streets.shp")).isTrue();
            assertThat(reply(anna)).isEqualTo("250 deleted streets.shp; layer streets is being taken down");
        }
    }

    @Test
    void what_is_switched_off_is_refused_for_what_was_delivered_and_for_nothing_else() throws IOException {
        try (Workshop workshop = new Workshop(folder, new FtpAllowances(false, false, false))) {
            FTPClient anna = workshop.client("anna");
            published(workshop, anna);
            assertThat(anna.deleteFile("roads.shp")).isFalse();
            assertThat(reply(anna)).isEqualTo("550 Deleting what was delivered is switched off here; roads.shp stays.");
            assertThat(anna.rename("roads.shp", "streets.shp")).isFalse();
            assertThat(reply(anna))
                    .isEqualTo("550 Renaming what was delivered is switched off here; roads.shp keeps its name.");
            assertThat(put(anna, "roads.shp", "x"))
                    .isEqualTo("550 roads.shp was delivered already, and replacing is switched off here;"
                            + " send it under another name.");
            assertThat(put(anna, "new.shp.part", "x")).startsWith("226 ");
            assertThat(anna.rename("new.shp.part", "new.shp")).isTrue();
            assertThat(put(anna, "new.shp", "y")).startsWith("226 ");
            assertThat(anna.deleteFile("new.shp")).isTrue();
            assertThat(reply(anna)).isEqualTo("250 deleted new.shp");
        }
    }

    private static void published(Workshop workshop, FTPClient anna) throws IOException {
        deliver(anna, "roads", "x");
        put(anna, "roads.epsg", "EPSG:2056");
        workshop.await("anna", UploadState.PUBLISHED);
    }

    private static String reply(FTPClient client) {
        return client.getReplyString().strip();
    }
}
