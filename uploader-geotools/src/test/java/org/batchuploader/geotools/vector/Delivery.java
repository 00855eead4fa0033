package org.batchuploader.geotools.vector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Discovery.Found;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.inspect.Desk;

/** Files of features taken all the way: found, inspected, made a shapefile, and that written as GeoJSON. */
final class Delivery {
    private final GeoToolsInspector inspector = new GeoToolsInspector();
    private final Path folder;
    private final Desk desk;

    Delivery(Path folder) {
        this.folder = folder;
        this.desk = new Desk(inspector, folder);
    }

    Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    List<Found> found(Path... files) throws IOException {
        return desk.discover(List.of(files)).datasets();
    }

    Inspection inspect(Correction correction, Path... files) throws IOException {
        return desk.inspect(List.of(files), correction);
    }

    Inspection inspect(Path... files) throws IOException {
        return inspect(Correction.NONE, files);
    }

    Inspection inspect(Found found) throws IOException {
        return inspector.inspect(desk.files(found), Correction.NONE, CrsHabits.NONE);
    }

    String published(Correction correction, Path... files) throws IOException {
        return published(desk.only(List.of(files)), correction);
    }

    String published(Path... files) throws IOException {
        return published(Correction.NONE, files);
    }

    String published(Found found) throws IOException {
        return published(desk.files(found), Correction.NONE);
    }

    private String published(DatasetFiles delivered, Correction correction) throws IOException {
        Inspection inspection = inspector.inspect(delivered, correction, CrsHabits.NONE);
        DatasetFiles files = desk.prepared(delivered, inspection, correction);
        var json = new ByteArrayOutputStream();
        inspector.geoJson(files, inspection, Long.MAX_VALUE, json);
        return json.toString(StandardCharsets.UTF_8);
    }

    static List<ProblemCode> codes(Inspection inspection) {
        return inspection.problems().stream().map(problem -> problem.code()).toList();
    }

    static List<String> sentences(Inspection inspection) {
        return inspection.problems().stream().map(problem -> problem.sentence()).toList();
    }
}
