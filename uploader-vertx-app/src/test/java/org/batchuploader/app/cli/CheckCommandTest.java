package org.batchuploader.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.testkit.sample.Damage;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    Path folder;

    @Test
    void what_is_good_is_told_and_ends_with_0() throws Exception {
        Shell.Result result = check(SampleShapefile.points("roads").writeTo(folder));
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("roads", "10 x ", "EPSG:4326", "UTF-8");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void what_can_be_mended_ends_with_1_and_says_how() throws Exception {
        Shell.Result result = check(SampleShapefile.points("lost").crs(null).writeTo(folder));
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("MENDABLE CRS_MISSING", "Choose", "EPSG:4326");
    }

    @Test
    void what_is_beyond_mending_ends_with_2() throws Exception {
        Path zip = zip(SampleShapefile.points("torn").rows(100));
        Shell.Result result = check(List.of(Damage.cutInHalf(zip)));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).contains("FATAL ARCHIVE_DAMAGED");
    }

    @Test
    void what_is_no_file_ends_with_2_and_one_sentence() {
        Shell.Result result = Shell.run("check", folder.resolve("nothing.zip"));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().lines())
                .containsExactly("uploader: there is no file or folder " + folder.resolve("nothing.zip"));
    }

    @Test
    void json_is_one_document_whatever_was_found() throws Exception {
        List<Path> files =
                new ArrayList<>(SampleShapefile.points("lost").crs(null).writeTo(folder));
        files.add(SampleGeoTiff.named("image.tif").writeTo(folder));
        List<Object> words = new ArrayList<>(List.of("check", "--json"));
        words.addAll(files);
        Shell.Result result = Shell.run(words.toArray());
        assertThat(result.exitCode()).isEqualTo(1);
        JsonNode verdicts = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(result.out());
        assertThat(verdicts).hasSize(2);
        assertThat(verdicts.findValuesAsText("code")).contains("CRS_MISSING");
        assertThat(verdicts.findValues("crs").toString()).contains("EPSG:4326");
    }

    private Path zip(SampleShapefile sample) throws Exception {
        return new SampleZip().files(sample.writeTo(folder)).writeTo(folder.resolve(sample.base() + ".zip"));
    }

    private static Shell.Result check(List<Path> files) {
        List<Object> words = new ArrayList<>(List.of("check"));
        words.addAll(files);
        return Shell.run(words.toArray());
    }
}
