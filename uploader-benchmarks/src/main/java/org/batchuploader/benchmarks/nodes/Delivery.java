package org.batchuploader.benchmarks.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.batchuploader.testkit.sample.SampleCrs;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;

/**
 * One file that is sent until it is acknowledged.
 *
 * @param version of its layer, from 0; each has a number of points of its own
 */
record Delivery(String owner, String layer, int version) {
    private static final int LEAST_POINTS = 10;

    String fileName() {
        return layer + ".zip";
    }

    int points() {
        return LEAST_POINTS + version;
    }

    /** Makes it. */
    Path in(Path folder) throws IOException {
        Path parts = Files.createDirectories(folder.resolve(layer + "-" + version));
        List<Path> files = SampleShapefile.points(layer)
                .crs(SampleCrs.WGS_84)
                .rows(points())
                .writeTo(parts);
        return new SampleZip().files(files).writeTo(parts.resolve(fileName()));
    }
}
