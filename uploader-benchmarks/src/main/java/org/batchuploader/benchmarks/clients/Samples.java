package org.batchuploader.benchmarks.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;

/**
 * Files to be sent, made by code.
 *
 * @param folder where they are made
 */
record Samples(Path folder) {
    /** {@code .shp}, {@code .shx}, {@code .dbf} and {@code .prj}, in this order. */
    List<Path> parts(String base) throws IOException {
        return SampleShapefile.points(base).undeclared().writeTo(folder(base));
    }

    Path zip(String base) throws IOException {
        return zip(base, new SampleZip().files(parts(base)));
    }

    Path zip(String base, SampleZip content) throws IOException {
        return content.writeTo(folder(base).resolve(base + ".zip"));
    }

    /** A folder of that name for what is made. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }
}
