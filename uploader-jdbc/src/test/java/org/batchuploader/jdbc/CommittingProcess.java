package org.batchuploader.jdbc;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.batchuploader.core.id.Ids;
import org.batchuploader.testkit.store.Samples;

/** A process of its own that commits uploads from several threads and names each when its commit has returned. */
final class CommittingProcess {
    private static final int THREADS = 4;

    private CommittingProcess() {}

    static Process start(Path database, int round) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path").replace(";", File.pathSeparator),
                        CommittingProcess.class.getName(),
                        database.toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] arguments) {
        var stores = JdbcStores.open(JdbcSettings.file(Path.of(arguments[0])), InstantSource.system(), new Ids());
        var told = new FileOutputStream(FileDescriptor.out);
        for (int i = 0; i < THREADS; i++) {
            var samples = new Samples(Integer.parseInt(arguments[1]) * THREADS + i);
            new Thread(() -> commit(stores, samples, told)).start();
        }
    }

    private static void commit(JdbcStores stores, Samples samples, OutputStream told) {
        try {
            while (true) {
                var upload = samples.upload("ada", "roads");
                stores.transactions().run(() -> {
                    stores.uploads().insert(upload);
                    stores.tasks().enqueue(samples.task("ada", upload.id().value()));
                });
                told.write((upload.id() + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("nobody reads any more", e);
        }
    }
}
