package org.batchuploader.ftp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.doctor.Checkup;
import org.batchuploader.core.doctor.Finding;
import org.jspecify.annotations.Nullable;

/** Whether the door can be opened: the port, the ports for data, and the address that clients are told. */
public final class FtpCheckup implements Checkup {
    private static final int MOST_PORTS = 1000;
    private static final int FEW = 10;

    private final FtpSettings settings;

    public FtpCheckup(FtpSettings settings) {
        this.settings = settings;
    }

    @Override
    public String system() {
        return "FTP";
    }

    @Override
    public List<Finding> examine() {
        if (!settings.enabled()) {
            return List.of(Finding.good("door", "closed"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(control());
        findings.add(passive());
        if (settings.passiveExternalAddress() != null) {
            findings.add(external(settings.passiveExternalAddress()));
        }
        return findings;
    }

    private Finding control() {
        int port = settings.port();
        return port == 0 || isFree(settings.serverAddress(), port)
                ? Finding.good("port", port == 0 ? "any free one" : port + " is free")
                : Finding.warning(
                        "port",
                        port + " is in use or may not be used",
                        "Fine if this service runs already; else choose another ftp.port, above 1023 unless root.");
    }

    private Finding passive() {
        List<Integer> ports = PortRanges.first(settings.passivePorts(), MOST_PORTS);
        List<Integer> closed = ports.stream()
                .filter(port -> !isFree(settings.passiveAddress(), port))
                .toList();
        if (ports.isEmpty()) {
            return Finding.warning(
                    "passive ports", "any free one", "Behind a firewall name a range: ftp.passivePorts, and open it.");
        }
        if (closed.isEmpty()) {
            return Finding.good("passive ports", settings.passivePorts() + ", all " + ports.size() + " are free");
        }
        String found = closed.size() + " of " + ports.size() + " are in use or may not be used: "
                + closed.subList(0, Math.min(FEW, closed.size()));
        String remedy = "Choose other ftp.passivePorts, or end what holds them.";
        return closed.size() == ports.size()
                ? Finding.bad("passive ports", found, remedy)
                : Finding.warning("passive ports", found, remedy);
    }

    private static Finding external(String address) {
        try {
            return Finding.good(
                    "external address",
                    address + " is " + InetAddress.getByName(address).getHostAddress());
        } catch (UnknownHostException e) {
            return Finding.bad(
                    "external address",
                    address + " cannot be resolved",
                    "Set ftp.passiveExternalAddress to the address at which clients reach this machine.");
        }
    }

    private static boolean isFree(@Nullable String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
