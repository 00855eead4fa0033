package org.batchuploader.testkit.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.service.FtpClient;

/** Somebody who goes on asking until the service says that it has done what was asked. */
final class Sender {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int CONFLICT = 409;

    private final House house;
    private final Witness witness;
    private final String name;
    private volatile String upload = "";

    Sender(House house, Witness witness, String name) {
        this.house = house;
        this.witness = witness;
        this.name = name;
    }

    House house() {
        return house;
    }

    String name() {
        return name;
    }

    /** The upload that was acknowledged; empty while none was. */
    String upload() {
        return upload;
    }

    void send(SampleShapefile sample) throws Exception {
        Path zip = Scene.zip(house.folder().resolve("sent"), sample, name);
        upload = insist(() -> house.api().put(zip, name + ".zip"));
    }

    /** As {@link #send}, over FTP. */
    void drop(SampleShapefile sample) throws Exception {
        Path zip = Scene.zip(house.folder().resolve("sent"), sample, name);
        insist(() -> {
            try (FtpClient client = house.ftp()) {
                client.store(zip, name + ".zip");
            }
            return "";
        });
        upload = insist(() -> house.api()
                .upload(name + ".zip")
                .orElseThrow(() -> new IOException(name + " was acknowledged, and is not there")));
    }

    /** Done already counts as well: the answer before may have been lost. */
    void retry() throws Exception {
        insist(() -> acceptedOrDone(house.api().retry(upload)));
    }

    void cancel() throws Exception {
        insist(() -> accepted(house.api().cancel(upload)));
    }

    /** Done already counts as well: the answer before may have been lost. */
    void correct(String correction) throws Exception {
        String dataset = insist(() -> Scene.dataset(house.api().get("/api/v1/uploads/" + upload)));
        insist(() -> acceptedOrDone(house.api().correct(dataset, correction)));
    }

    void settled() throws Exception {
        if (!witness.awaitSettled(name)) {
            throw new IllegalStateException(name + " did not come to an end");
        }
    }

    private static String acceptedOrDone(int status) throws IOException {
        return status == CONFLICT ? "" : accepted(status);
    }

    private static String accepted(int status) throws IOException {
        if (status >= 300) {
            throw new IOException("answered " + status);
        }
        return "";
    }

    private interface Wish {
        String ask() throws IOException, InterruptedException;
    }

    private static String insist(Wish wish) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return wish.ask();
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }
}
