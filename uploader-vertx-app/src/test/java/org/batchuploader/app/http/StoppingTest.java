package org.batchuploader.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.batchuploader.app.service.House;
import org.batchuploader.app.service.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppingTest {
    @TempDir
    Path folder;

    @Test
    void a_service_that_stops_lets_bodies_end_and_tells_those_that_do_not() throws Exception {
        House house = House.open(folder);
        Visitor anna = house.anna();
        try (Wire ending = new Wire(house.base());
                Wire lasting = new Wire(house.base());
                Wire form = new Wire(house.base())) {
            ending.send(anna.head("PUT", "/api/v1/uploads/ending.bin", "Content-Length", "20"));
            lasting.send(anna.head("PUT", "/api/v1/uploads/lasting.bin", "Content-Length", "20"));
            form.send(anna.head(
                    "POST", "/uploads", "Content-Length", "2000", "Content-Type", "multipart/form-data; boundary=x"));
            ending.send("0123456789");
            lasting.send("0123456789");
            form.send("--x\r\nContent-Disposition: form-data; name=files; filename=a.bin\r\n\r\n0123456789");
            await().until(() -> house.staged().size() == 3);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(house::close);
            await().until(() -> !listens(house.base()));
            ending.send("0123456789");
            assertThat(ending.answer()).startsWith("HTTP/1.1 201");
            for (Wire wire : new Wire[] {lasting, form}) {
                assertThat(wire.answer()).startsWith("HTTP/1.1 503").containsIgnoringCase("retry-after: 10");
                assertThat(wire.rest()).contains("STOPPING");
            }
            stopped.join();
        }
    }

    private static boolean listens(URI base) {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
