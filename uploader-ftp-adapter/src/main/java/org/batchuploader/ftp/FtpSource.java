package org.batchuploader.ftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerConfigurationException;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.mina.transport.socket.SocketSessionConfig;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.source.Reception;
import org.batchuploader.core.source.UploadSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way in over FTP: every owner's drop folder on Apache FtpServer. {@code 226} is said after the bytes are forced to
 * disk and the row is committed, and says what comes next. Passwords go unencrypted unless there is a certificate.
 */
public final class FtpSource implements UploadSource {
    /** What uploads that came this way name as their source. */
    public static final String NAME = "ftp";

    private static final Logger LOG = LoggerFactory.getLogger(FtpSource.class);
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

    private final FtpAllowances allowances;
    private final Function<UploadId, URI> links;
    private FtpSettings settings;
    private @Nullable FtpServer server;
    private @Nullable Live live;
    private List<ControlListener> listeners = List.of();

    /**
     * @param settings {@link FtpSettings#enabled} is for whoever decides to build a source; here it means nothing
     * @param links where an owner can follow an upload
     */
    public FtpSource(FtpSettings settings, FtpAllowances allowances, Function<UploadId, URI> links) {
        this.settings = settings;
        this.allowances = allowances;
        this.links = links;
    }

    @Override
    public synchronized void start(Reception reception) throws IOException {
        if (server != null) {
            throw new IllegalStateException("the FTP source runs already");
        }
        Replies replies = new Replies(links);
        Consequences consequences = new Consequences(allowances);
        StatusTexts texts = new StatusTexts(links);
        Live now = new Live(settings);
        Admissions admissions = new Admissions(now, System::nanoTime);
        Rates rates = new Rates(now);
        List<ControlListener> doors = new ArrayList<>();
        doors.add(new ControlListener(now, admissions, rates, FtpSource::place, false));
        if (implicitPort(settings) != null) {
            doors.add(new ControlListener(now, admissions, rates, FtpSource::encryptedPlace, true));
        }
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", doors.get(0));
        doors.stream().skip(1).forEach(door -> factory.addListener("encrypted", door));
        factory.setUserManager(new NoUserManager());
        factory.setCommandFactory(Commands.of(
                new LogIn(
                        reception.users(),
                        owner -> new FolderView(
                                owner,
                                reception.folders().open(owner, NAME),
                                reception.desks().apply(owner),
                                texts),
                        now,
                        admissions),
                new Receive(replies, consequences),
                new FolderCommands(replies, consequences),
                new Site(texts),
                reception.staging(),
                now));
        factory.setConnectionConfig(connections().createConnectionConfig());
        FtpServer fresh = factory.createServer();
        try {
            fresh.start();
        } catch (FtpException | FtpServerConfigurationException e) {
            fresh.stop();
            throw new IOException("the FTP source did not start: " + e.getMessage(), e);
        }
        server = fresh;
        live = now;
        listeners = List.copyOf(doors);
        LOG.atInfo().addKeyValue("address", addresses()).log("FTP is open");
    }

    /**
     * Takes changed settings over; sessions go on, and new ones find the new ports. What cannot be done changes nothing.
     * Whether there is a port that begins with TLS, and the most sessions, are settled when the source starts.
     *
     * @throws IOException with a sentence: a certificate cannot be used, or a port is taken
     */
    public synchronized void change(FtpSettings changed) throws IOException {
        Live now = live;
        if (now == null) {
            settings = changed;
            return;
        }
        FtpSettings before = settings;
        now.change(changed);
        try {
            for (ControlListener listener : listeners) {
                listener.change();
            }
        } catch (IOException e) {
            now.change(before);
            for (ControlListener listener : listeners) {
                listener.change();
            }
            throw e;
        }
        settings = changed;
        LOG.atInfo().addKeyValue("address", addresses()).log("FTP follows changed settings");
    }

    private static @Nullable Integer implicitPort(FtpSettings settings) {
        FtpTls tls = settings.rules().tls();
        return tls == null ? null : tls.implicitPort();
    }

    private static InetSocketAddress place(FtpSettings settings) {
        return place(settings.serverAddress(), settings.port());
    }

    private static InetSocketAddress encryptedPlace(FtpSettings settings) {
        Integer port = implicitPort(settings);
        return place(settings.serverAddress(), port == null ? 0 : port);
    }

    private static InetSocketAddress place(@Nullable String address, int port) {
        return address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port);
    }

    private ConnectionConfigFactory connections() {
        ConnectionConfigFactory connections = new ConnectionConfigFactory();
        connections.setAnonymousLoginEnabled(false);
        connections.setMaxLogins(settings.limits().sessions());
        connections.setMaxThreads(settings.limits().sessions());
        connections.setMaxLoginFailures(settings.limits().loginFailures());
        return connections;
    }

    @Override
    public synchronized List<String> addresses() {
        return listeners.stream()
                .map(door -> (door.isImplicitSsl() ? "ftps://" : "ftp://") + host() + ":" + door.getPort() + "/")
                .toList();
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop();
            server = null;
            live = null;
            listeners = List.of();
            LOG.atInfo().log("FTP is closed");
        }
    }

    synchronized int sessions() {
        return listeners.stream()
                .mapToInt(door -> door.getActiveSessions().size())
                .sum();
    }

    /** Commands and ends of sessions that are being worked on. */
    synchronized int running() {
        return listeners.isEmpty() ? 0 : listeners.get(0).running();
    }

    /** Whether every open control connection has {@code TCP_NODELAY} on. */
    synchronized boolean repliesAtOnce() {
        return listeners.stream()
                .flatMap(door -> door.getActiveSessions().stream())
                .allMatch(s -> s.getConfig() instanceof SocketSessionConfig config && config.isTcpNoDelay());
    }

    /** A machine's own name is often one that nobody can resolve, so it is not guessed at. */
    private String host() {
        String external = settings.passiveExternalAddress();
        String bound = settings.serverAddress();
        String host = external != null ? external : bound == null || EVERYWHERE.contains(bound) ? "localhost" : bound;
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
