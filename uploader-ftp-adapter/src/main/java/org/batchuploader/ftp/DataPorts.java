package org.batchuploader.ftp;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * The ports of passive data connections, drawn by lot: who knows one knows nothing of the next. When none is free that is
 * said at once.
 */
final class DataPorts {
    private static final int MOST_TRIES = 2000;

    private final RandomGenerator random = new SecureRandom();
    private final int[] ports;

    DataPorts(String ranges) {
        this.ports = PortRanges.first(ranges, PortRanges.HIGHEST).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** @throws BindException with a sentence, when every port is taken */
    synchronized ServerSocket listen(InetAddress address) throws IOException {
        if (ports.length == 0) {
            return listen(address, 0);
        }
        for (int i = 0; i < Math.min(ports.length, MOST_TRIES); i++) {
            int drawn = random.nextInt(i, ports.length);
            int port = ports[drawn];
            ports[drawn] = ports[i];
            ports[i] = port;
            try {
                return listen(address, port);
            } catch (BindException e) {
                // taken, or not to be had: another one
            }
        }
        throw new BindException("All ports for data connections are in use; try again in a moment.");
    }

    private static ServerSocket listen(InetAddress address, int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port), 1);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
