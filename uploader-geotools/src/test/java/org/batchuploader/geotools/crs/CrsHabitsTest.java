package org.batchuploader.geotools.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.inspect.Desk;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was chosen before ranks the candidates of every format in one way. */
class CrsHabitsTest {
    @TempDir
    private Path folder = Path.of("");

    private final GeoToolsInspector inspector = new GeoToolsInspector();

    private List<CrsCandidate> candidates(List<Path> files, CrsHabits habits) throws IOException {
        return inspector.inspect(new Desk(inspector, folder).only(files), Correction.NONE, habits).problems().stream()
                .filter(problem -> problem.code() == ProblemCode.CRS_MISSING)
                .map(Problem::candidates)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_owners_system_comes_first_and_the_services_next_whatever_the_format() throws IOException {
        List<List<Path>> deliveries = new ArrayList<>();
        deliveries.add(List.of(Files.writeString(folder.resolve("t.csv"), "x,y\n600500,200300\n601500,200800\n")));
        deliveries.add(List.of(Files.writeString(
                folder.resolve("g.gml"),
                "<c xmlns:gml='http://www.opengis.net/gml'><gml:featureMember><t><gml:Point><gml:pos>600500 200300</gml:pos>"
                        + "</gml:Point></t></gml:featureMember></c>")));
        deliveries.add(List.of(SampleGeoTiff.named("r.tif")
                .withoutCrs()
                .within(600000, 200000, 601000, 201000)
                .writeTo(folder)));
        var habits = new CrsHabits(List.of("EPSG:21781"), List.of("EPSG:27700", "EPSG:21781"));

        for (List<Path> delivery : deliveries) {
            assertThat(candidates(delivery, habits))
                    .as(delivery.toString())
                    .extracting(CrsCandidate::code)
                    .startsWith("EPSG:21781");
            assertThat(candidates(delivery, habits))
                    .extracting(CrsCandidate::confidence)
                    .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        }
    }

    @Test
    void names_of_columns_say_more_than_habits() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "longitude,latitude\n8.5,47.2\n7.5,46.9\n");

        assertThat(candidates(List.of(table), new CrsHabits(List.of("EPSG:4267"), List.of())))
                .extracting(CrsCandidate::code)
                .startsWith("EPSG:4326");
    }

    @Test
    void a_shapefile_without_a_prj_is_asked_about_in_the_same_way() throws IOException {
        List<Path> files = SampleShapefile.polygons("towns").crs(null).rows(3).writeTo(folder);
        String likely = candidates(files, CrsHabits.NONE).get(2).code();

        assertThat(candidates(files, new CrsHabits(List.of(likely), List.of())))
                .extracting(CrsCandidate::code)
                .startsWith(likely);
    }
}
