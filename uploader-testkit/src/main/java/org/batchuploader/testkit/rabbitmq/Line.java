package org.batchuploader.testkit.rabbitmq;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The line to a broker, which can be cut, and on which the broker's answers can get lost. */
public final class Line implements AutoCloseable {
    private final int broker;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean answersGetLost;
    private final AtomicLong answersLeft = new AtomicLong(Long.MAX_VALUE);

    /** @param broker its port on this machine */
    public Line(int broker) throws IOException {
        this.broker = broker;
        threads.submit(this::accept);
    }

    /** What a client is told to be the broker's. */
    public URI address() {
        return URI.create("amqp://127.0.0.1:" + door.getLocalPort());
    }

    /** Now, at both ends; whoever comes again gets through. */
    public void cut() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    /** What the broker says no longer arrives; what it is told does. */
    public void loseAnswers(boolean lost) {
        answersGetLost = lost;
    }

    /** The line is cut after so many bytes of the broker's. */
    public void cutAfter(long answers) {
        answersLeft.set(answers);
    }

    private Void accept() throws IOException {
        while (!door.isClosed()) {
            connect(door.accept());
        }
        return null;
    }

    private void connect(Socket client) throws IOException {
        try {
            Socket target = new Socket(InetAddress.getLoopbackAddress(), broker);
            open.addAll(List.of(client, target));
            threads.submit(() -> pass(client, target, false));
            threads.submit(() -> pass(target, client, true));
        } catch (IOException e) {
            // no broker at the other end, as its client will see
            client.close();
        }
    }

    private Void pass(Socket from, Socket to, boolean answers) throws IOException {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!answers || !answersGetLost) {
                    out.write(buffer, 0, answers ? (int) Math.min(read, answersLeft.get()) : read);
                    out.flush();
                }
                if (answers && answersLeft.addAndGet(-read) <= 0) {
                    break;
                }
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
        threads.shutdownNow();
    }
}
