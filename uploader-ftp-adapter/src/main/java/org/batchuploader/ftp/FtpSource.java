package org.batchuploader.ftp;

import java.io.IOException;
import java.net.URI;
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
 * disk and the row is committed, and says what comes next. Passwords go unencrypted.
 */
public final class FtpSource implements UploadSource {
    /** What uploads that came this way name as their source. */
    public static final String NAME = "ftp";

    private static final Logger LOG = LoggerFactory.getLogger(FtpSource.class);
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

    private final FtpSettings settings;
    private final FtpAllowances allowances;
    private final Function<UploadId, URI> links;
    private @Nullable FtpServer server;
    private @Nullable ControlListener listener;

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
        ControlListener door = new ControlListener(settings);
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", door);
        factory.setUserManager(new NoUserManager());
        factory.setCommandFactory(Commands.of(
                new LogIn(
                        reception.users(),
                        owner -> new FolderView(
                                owner,
                                reception.folders().open(owner, NAME),
                                reception.desks().apply(owner),
                                texts),
                        settings.limits()),
                new Receive(replies, consequences),
                new FolderCommands(replies, consequences),
                new Site(texts)));
        factory.setConnectionConfig(connections().createConnectionConfig());
        FtpServer fresh = factory.createServer();
        try {
            fresh.start();
        } catch (FtpException | FtpServerConfigurationException e) {
            fresh.stop();
            throw new IOException("the FTP source did not start: " + e.getMessage(), e);
        }
        server = fresh;
        listener = door;
        LOG.atInfo().addKeyValue("address", addresses()).log("FTP is open");
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
        return listener == null ? List.of() : List.of("ftp://" + host() + ":" + listener.getPort() + "/");
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop();
            server = null;
            listener = null;
            LOG.atInfo().log("FTP is closed");
        }
    }

    synchronized int sessions() {
        return listener == null ? 0 : listener.getActiveSessions().size();
    }

    /** Commands and ends of sessions that are being worked on. */
    synchronized int running() {
        return listener == null ? 0 : listener.running();
    }

    /** Whether every open control connection has {@code TCP_NODELAY} on. */
    synchronized boolean repliesAtOnce() {
        return listener != null
                && listener.getActiveSessions().stream()
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
