package org.batchuploader.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A line between client and service that breaks once, after so many bytes of a request, and notes how requests begin. The
 * next connection is let through when the service is ready for it.
 */
final class CuttingProxy implements AutoCloseable {
    private static final int HEAD = 600;

    private final URI service;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<String> heads = new ConcurrentLinkedQueue<>();
    private final long cutAfter;
    private final Callable<?> beforeTheNext;
    private volatile boolean cut;

    CuttingProxy(URI service, long cutAfter, Callable<?> beforeTheNext) throws IOException {
        this.service = service;
        this.cutAfter = cutAfter;
        this.beforeTheNext = beforeTheNext;
        threads.submit(this::accept);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
    }

    String heads() {
        return String.join("\n", heads);
    }

    private Void accept() throws Exception {
        while (!door.isClosed()) {
            Socket client = door.accept();
            if (cut) {
                beforeTheNext.call();
            }
            Socket target = new Socket(service.getHost(), service.getPort());
            threads.submit(() -> pass(client, target, true));
            threads.submit(() -> pass(target, client, false));
        }
        return null;
    }

    private Void pass(Socket from, Socket to, boolean request) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 14];
            long passed = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (request) {
                    heads.add(new String(buffer, 0, Math.min(read, HEAD), StandardCharsets.ISO_8859_1));
                }
                out.write(buffer, 0, read);
                passed += read;
                if (request && !cut && passed > cutAfter) {
                    cut = true;
                    return null;
                }
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
