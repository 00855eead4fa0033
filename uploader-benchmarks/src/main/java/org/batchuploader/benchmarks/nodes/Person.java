package org.batchuploader.benchmarks.nodes;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.batchuploader.testkit.service.FtpClient;
import org.jspecify.annotations.Nullable;

/**
 * Sends one file after the other, by one way, each until it is acknowledged: on a refused or broken connection it turns to the
 * other node, as real ones do. It does not give up on a node that is silent, because then nobody could say which content came last.
 */
final class Person implements Callable<Void> {
    private static final Duration SILENCE = Duration.ofMinutes(3);
    private static final int BEFORE_TRYING_AGAIN = 300;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMinutes(1))
            .build();

    private final List<Node> nodes;
    private final Path folder;
    private final String password;
    private final List<Delivery> deliveries;
    private final boolean byFtp;
    private final Duration pause;
    private final Random random;
    private final Consumer<Delivery> acknowledged;
    private int node;
    private @Nullable FtpClient session;

    /** @param pause after each, on average */
    Person(
            List<Node> nodes,
            Path folder,
            String password,
            List<Delivery> deliveries,
            boolean byFtp,
            Duration pause,
            Random random,
            Consumer<Delivery> acknowledged) {
        this.nodes = nodes;
        this.folder = folder;
        this.password = password;
        this.deliveries = deliveries;
        this.byFtp = byFtp;
        this.pause = pause;
        this.random = random;
        this.acknowledged = acknowledged;
        this.node = random.nextInt(nodes.size());
    }

    @Override
    public Void call() throws IOException, InterruptedException {
        for (Delivery delivery : deliveries) {
            Path file = delivery.in(folder);
            while (!sent(delivery, file)) {
                node = (node + 1) % nodes.size();
                TimeUnit.MILLISECONDS.sleep(BEFORE_TRYING_AGAIN);
            }
            acknowledged.accept(delivery);
            TimeUnit.MILLISECONDS.sleep(random.nextLong(2 * pause.toMillis() + 1));
        }
        leave();
        return null;
    }

    private boolean sent(Delivery delivery, Path file) throws InterruptedException {
        try {
            if (byFtp) {
                store(delivery, file);
                return true;
            }
            return put(delivery, file);
        } catch (IOException e) {
            leave();
            return false;
        }
    }

    private void store(Delivery delivery, Path file) throws IOException {
        FtpClient open = session;
        if (open == null) {
            open = new FtpClient("127.0.0.1", nodes.get(node).ftp(), delivery.owner(), password);
            session = open;
        }
        open.store(file, delivery.fileName());
    }

    private boolean put(Delivery delivery, Path file) throws IOException, InterruptedException {
        String login = delivery.owner() + ":" + password;
        HttpRequest request = HttpRequest.newBuilder(
                        nodes.get(node).http().resolve("/api/v1/uploads/" + delivery.fileName()))
                .timeout(SILENCE)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .PUT(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 201;
    }

    private void leave() {
        FtpClient open = session;
        session = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is gone already.
            }
        }
    }
}
