package org.batchuploader.ftp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.doctor.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Whether passive ports can be reached by an address: listens at some of them and goes there the way a client would, through
 * whatever translates and filters between.
 */
final class Reach {
    private static final int TRIED = 12;
    private static final int MILLIS = 2000;

    private final FtpSettings settings;

    Reach(FtpSettings settings) {
        this.settings = settings;
    }

    Finding by(String address) {
        List<Integer> ports = spread(PortRanges.first(settings.passivePorts(), PortRanges.HIGHEST));
        if (ports.isEmpty()) {
            return Finding.warning(
                    "passive ports by " + address,
                    "no range is named, so there is nothing to open",
                    "Name one: ftp.passivePorts: \"2300-2400\".");
        }
        List<Integer> reached = new ArrayList<>();
        List<Integer> closed = new ArrayList<>();
        for (int port : ports) {
            Boolean open = isReached(address, port);
            if (open != null) {
                (open ? reached : closed).add(port);
            }
        }
        if (closed.isEmpty() && reached.isEmpty()) {
            return Finding.warning(
                    "passive ports by " + address,
                    "all that were tried are in use, so nothing can be said",
                    "Stop the service for a minute, and try again.");
        }
        if (closed.isEmpty()) {
            return Finding.good("passive ports by " + address, "reached " + reached + ", tried of the range");
        }
        String found = (reached.isEmpty() ? "none of " : "only " + reached + " and not ") + closed + " can be reached";
        return Finding.bad(
                "passive ports by " + address,
                found,
                "Open and forward " + settings.passivePorts()
                        + "/tcp to this machine, each port to the same number: in the"
                        + " firewall, the security group and the router. If " + address
                        + " is this network's own outside address, its router may not lead back inside; then try from outside"
                        + " with an FTP client.");
    }

    /** First, last, and some between. */
    private static List<Integer> spread(List<Integer> ports) {
        if (ports.size() <= TRIED) {
            return ports;
        }
        List<Integer> some = new ArrayList<>();
        for (int i = 0; i < TRIED; i++) {
            some.add(ports.get(Math.toIntExact((long) i * (ports.size() - 1) / (TRIED - 1))));
        }
        return some;
    }

    /** Absent when something else has the port, so that nothing can be said. */
    private @Nullable Boolean isReached(String address, int port) {
        String here = settings.passiveAddress() != null ? settings.passiveAddress() : settings.serverAddress();
        try (ServerSocket waiting = new ServerSocket()) {
            waiting.setReuseAddress(true);
            waiting.bind(here == null ? new InetSocketAddress(port) : new InetSocketAddress(here, port), 1);
            return isReached(InetAddress.getByName(address), waiting);
        } catch (IOException e) {
            return null;
        }
    }

    /** Somebody else may answer there, so what counts is that we are called. */
    private static boolean isReached(InetAddress address, ServerSocket waiting) {
        try (Socket client = new Socket()) {
            client.connect(new InetSocketAddress(address, waiting.getLocalPort()), MILLIS);
            waiting.setSoTimeout(MILLIS);
            waiting.accept().close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
