package org.batchuploader.geotools.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.inspect.Desk;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoJsonExportTest {
    private final GeoToolsInspector inspector = new GeoToolsInspector();

    @TempDir
    private Path folder = Path.of("");

    private String export(List<Path> files) throws IOException {
        DatasetFiles dataset = new Desk(inspector, folder).only(files);
        var json = new ByteArrayOutputStream();
        inspector.geoJson(dataset, inspector.inspect(dataset, Correction.NONE, CrsHabits.NONE), Long.MAX_VALUE, json);
        return json.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writes_attributes_by_their_types_and_outer_rings_counter_clockwise() throws IOException {
        String json = export(SampleShapefile.polygons("lots")
                .text("a \"b\" ü")
                .rows(1)
                .within(0, 0, 10, 10)
                .writeTo(folder));

        assertThat(json)
                .contains("\"properties\":{\"ID\":1,\"NAME\":\"a \\\"b\\\" ü 1\",\"HEIGHT\":0.00,"
                        + "\"BUILT\":\"2024-02-29\",\"OPEN\":true}")
                .contains("\"coordinates\":[[[0,0],[1,0],[1,1],[0,1],[0,0]],"
                        + "[[0.4,0.4],[0.6,0.6],[0.6,0.4],[0.4,0.4]]]");
    }

    @Test
    void writes_the_footprint_of_an_image() throws IOException {
        String json = export(
                List.of(SampleGeoTiff.named("hills.tif").within(0, 0, 2, 1).writeTo(folder)));

        assertThat(json).contains("[[[0,1],[0,0],[2,0],[2,1],[0,1]]]");
    }
}
