package org.batchuploader.ftp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.doctor.Checkup;
import org.batchuploader.core.doctor.Finding;
import org.batchuploader.ftp.tls.TlsKeys;
import org.jspecify.annotations.Nullable;

/** Whether the door can be opened: the port, the ports for data, and the address that clients are told. */
public final class FtpCheckup implements Checkup {
    private static final int MOST_PORTS = 1000;
    private static final int FEW = 10;

    private static final Duration SOON = Duration.ofDays(14);

    private final FtpSettings settings;
    private final @Nullable String by;

    /** @param by the address by which the passive ports are tried, as clients would; absent for no trying */
    public FtpCheckup(FtpSettings settings, @Nullable String by) {
        this.settings = settings;
        this.by = by;
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
        if (by != null) {
            findings.add(new Reach(settings).by(by));
        }
        FtpTls tls = settings.rules().tls();
        findings.add(
                tls == null
                        ? Finding.warning(
                                "TLS",
                                "there is no certificate, so passwords go unencrypted",
                                "Set ftps.certificateFile and ftps.keyFile.")
                        : certificate(tls));
        return findings;
    }

    private static Finding certificate(FtpTls tls) {
        try {
            X509Certificate certificate = new TlsKeys(tls.files()).certificate();
            Instant end = certificate.getNotAfter().toInstant();
            String found = certificate.getSubjectX500Principal().getName() + " until " + end;
            return end.isAfter(Instant.now().plus(SOON))
                    ? Finding.good("TLS", found)
                    : Finding.warning("TLS", found, "Renew the certificate; it is read again when its file changes.");
        } catch (IOException e) {
            return Finding.bad(
                    "TLS", String.valueOf(e.getMessage()), "The door does not open with it; see docs/ftp.md.");
        }
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
        String remedy =
                "Choose other ftp.passivePorts, or end what holds them; a client that finds none free gets 425.";
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
