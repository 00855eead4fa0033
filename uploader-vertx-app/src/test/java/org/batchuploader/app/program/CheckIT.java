package org.batchuploader.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckIT {
    @TempDir
    Path folder;

    @Test
    void nothing_stays_behind_of_what_was_unpacked() throws Exception {
        Path zip = new SampleZip()
                .files(SampleShapefile.points("roads").writeTo(folder))
                .writeTo(folder.resolve("roads.zip"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Program.Result result =
                Program.run(folder, Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary), "check", zip);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("EPSG:4326");
        try (var left = Files.list(temporary)) {
            assertThat(left.filter(f -> f.getFileName().toString().startsWith("uploader")))
                    .isEmpty();
        }
    }
}
