package org.batchuploader.geotools.raster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.Severity;
import org.batchuploader.core.inspect.SourceFile;

/**
 * Where a raster lies, by all that says so: GDAL's auxiliary metadata, the raster itself, a world file, in this order.
 *
 * @param fromSidecar whether the raster's own bytes say something else, or nothing
 * @param srs a CRS as text that goes before the raster's own, empty when there is none
 * @param problems of the sidecars
 */
record Placement(Optional<Georeference> georeference, boolean fromSidecar, String srs, List<Problem> problems) {
    private static final List<String> WORLD_FILES =
            List.of("tfw", "tifw", "tiffw", "jgw", "jpgw", "jpegw", "pgw", "pngw", "wld");

    static Placement of(RasterFile raster, RasterHeader header) throws IOException {
        Optional<SourceFile> auxiliary = raster.files().find("aux.xml");
        Pam pam = Pam.read(auxiliary);
        List<Problem> problems = new ArrayList<>();
        if (!pam.readable()) {
            problems.add(unreadable(auxiliary.orElseThrow()));
        }
        Optional<Georeference> outside = Optional.ofNullable(pam.georeference()).filter(Georeference::isSound);
        Optional<Georeference> own = Optional.ofNullable(header.own()).filter(Georeference::isSound);
        if (outside.isEmpty() && own.isEmpty()) {
            outside = world(raster, problems);
        }
        boolean fromSidecar = outside.isPresent() && !outside.equals(own);
        return new Placement(outside.or(() -> own), fromSidecar, pam.srs(), problems);
    }

    private static Optional<Georeference> world(RasterFile raster, List<Problem> problems) throws IOException {
        for (String extension : WORLD_FILES) {
            Optional<SourceFile> file = raster.files().find(extension);
            if (file.isPresent()) {
                Optional<Georeference> world =
                        Georeference.ofWorldFile(file.get()).filter(Georeference::isSound);
                if (world.isEmpty()) {
                    problems.add(unreadable(file.get()));
                }
                return world;
            }
        }
        return Optional.empty();
    }

    private static Problem unreadable(SourceFile sidecar) {
        return Problem.of(
                        ProblemCode.RECORD_DAMAGED,
                        "%s cannot be made sense of and is not used.".formatted(sidecar.name()))
                .withSeverity(Severity.WARNING);
    }
}
