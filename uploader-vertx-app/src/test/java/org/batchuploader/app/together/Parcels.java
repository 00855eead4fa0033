package org.batchuploader.app.together;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;

/** What people deliver, made in a folder. */
record Parcels(Path folder) {
    /** Each part of it by itself. */
    void store(FtpVisitor ftp, SampleShapefile sample) throws IOException {
        for (Path part : sample.writeTo(Files.createDirectories(folder.resolve("sent")))) {
            ftp.store(part, part.getFileName().toString());
        }
    }

    Path zip(SampleShapefile sample) throws IOException {
        Path parts = Files.createDirectories(folder.resolve("parts").resolve(sample.base() + sample.rows()));
        return new SampleZip().files(sample.writeTo(parts)).writeTo(folder.resolve(sample.base() + ".zip"));
    }
}
