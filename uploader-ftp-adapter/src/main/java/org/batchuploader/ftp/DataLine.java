package org.batchuploader.ftp;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.ftpserver.DataConnectionException;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.ServerDataConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data connections of one session, one at a time, with the peer of its control connection only. FtpServer's own takes
 * the first that knocks, connects without a limit, cannot be ended while it waits, and knows nothing of TLS sessions.
 */
final class DataLine implements ServerDataConnectionFactory {
    private static final Logger LOG = LoggerFactory.getLogger(DataLine.class);

    /** FtpServer looks here for the data connections of a session. */
    private static final String ATTRIBUTE = FtpIoSession.ATTRIBUTE_PREFIX + "data-connection";

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(60);
    private static final int CONNECT_MILLIS = 10_000;

    private final InetAddress here;
    private final InetAddress peer;
    private final Control control;
    private final Live live;
    private final Rates rates;
    private @Nullable ServerSocket listening;
    private @Nullable InetSocketAddress arranged;
    private @Nullable Socket socket;
    private boolean passive;
    private volatile boolean secure;
    private volatile @Nullable String trouble;

    private DataLine(InetAddress here, InetAddress peer, Control control, Live live, Rates rates) {
        this.here = here;
        this.peer = peer;
        this.control = control;
        this.live = live;
        this.rates = rates;
    }

    /** Gives a new session its data connections. */
    static void of(FtpIoSession session, Live live, Rates rates) {
        DataLine line = new DataLine(
                ((InetSocketAddress) session.getLocalAddress()).getAddress(),
                ((InetSocketAddress) session.getRemoteAddress()).getAddress(),
                Control.of(session),
                live,
                rates);
        session.setAttribute(ATTRIBUTE, line);
    }

    @Override
    public void initActiveDataConnection(InetSocketAddress address) {
        closeDataConnection();
        synchronized (this) {
            arranged = address;
            passive = false;
        }
    }

    @Override
    public InetSocketAddress initPassiveDataConnection() throws DataConnectionException {
        closeDataConnection();
        String address = live.settings().passiveAddress();
        try {
            ServerSocket fresh = live.ports().listen(address == null ? here : InetAddress.getByName(address));
            synchronized (this) {
                listening = fresh;
                passive = true;
                arranged = (InetSocketAddress) fresh.getLocalSocketAddress();
                return arranged;
            }
        } catch (IOException e) {
            throw new DataConnectionException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public DataConnection openConnection() throws IOException {
        trouble = null;
        try {
            Socket plain = passive() ? accepted() : connected();
            keep(plain);
            plain.setSoTimeout((int) patience().toMillis());
            plain.setTcpNoDelay(true);
            return new DataStream(secure ? encrypted(plain) : plain, rates);
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("peer", peer).setCause(e).log("no data connection came about");
            closeDataConnection();
            throw e;
        }
    }

    private synchronized boolean passive() {
        return passive;
    }

    private Duration patience() {
        Duration idle = live.settings().idleTimeout();
        return idle.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : idle;
    }

    /** Waits for the peer; others who knock are sent away. */
    private Socket accepted() throws IOException {
        ServerSocket waiting;
        synchronized (this) {
            waiting = listening;
        }
        if (waiting == null) {
            throw new SocketException("no data connection was arranged");
        }
        try (waiting) {
            long deadline = System.nanoTime() + patience().toNanos();
            while (true) {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw new SocketTimeoutException("nobody came");
                }
                waiting.setSoTimeout((int) left);
                Socket came = waiting.accept();
                if (came.getInetAddress().equals(peer)) {
                    return came;
                }
                LOG.atWarn()
                        .addKeyValue("address", came.getInetAddress().getHostAddress())
                        .addKeyValue("peer", peer.getHostAddress())
                        .log("somebody else came for a data connection");
                came.close();
            }
        }
    }

    private Socket connected() throws IOException {
        InetSocketAddress to;
        synchronized (this) {
            to = arranged;
        }
        if (to == null) {
            throw new SocketException("no data connection was arranged");
        }
        Socket fresh = new Socket();
        keep(fresh);
        fresh.setReuseAddress(true);
        fresh.bind(new InetSocketAddress(here, 0));
        fresh.connect(to, CONNECT_MILLIS);
        return fresh;
    }

    /** From now on closing the line closes it too. */
    private synchronized void keep(Socket fresh) throws IOException {
        if (arranged == null) {
            fresh.close();
            throw new SocketException("the transfer was cut");
        }
        socket = fresh;
    }

    private Socket encrypted(Socket plain) throws IOException {
        SSLContext context = control.tls();
        if (context == null) {
            throw new SocketException("the control connection is not encrypted");
        }
        SSLSocket encrypted = (SSLSocket) context.getSocketFactory().createSocket(plain, (InputStream) null, true);
        encrypted.setEnabledProtocols(ControlTls.PROTOCOLS);
        try {
            encrypted.startHandshake();
        } catch (IOException e) {
            trouble = "TLS did not come about on the data connection.";
            throw e;
        }
        FtpTls tls = live.rules().tls();
        if (tls != null && tls.resumption() && !resumes(encrypted.getSession(), control.tlsSession())) {
            trouble = "A data connection must resume the TLS session of its control connection.";
            plain.close();
            throw new SocketException("the TLS session was not resumed");
        }
        return encrypted;
    }

    /**
     * A resumed session keeps the time when it was first made, by ticket and by number; the context is the
     * control connection's own, so no other session can be resumed in it.
     */
    private static boolean resumes(SSLSession data, @Nullable SSLSession first) {
        return first != null && data.getCreationTime() == first.getCreationTime();
    }

    /** What to tell when no connection came about; absent where there is nothing but that to be told. */
    @Nullable String trouble() {
        return trouble;
    }

    /** Ends everything at once, also what waits; an encrypted connection without its farewell. */
    @Override
    public synchronized void closeDataConnection() {
        arranged = null;
        close(socket);
        close(listening);
        socket = null;
        listening = null;
    }

    private static void close(@Nullable Closeable ending) {
        try {
            if (ending != null) {
                ending.close();
            }
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("a data connection did not close well");
        }
    }

    @Override
    public void dispose() {
        closeDataConnection();
    }

    @Override
    public void setSecure(boolean encrypted) {
        secure = encrypted;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    /** Absent while no data connection is arranged. */
    @Override
    public synchronized @Nullable InetAddress getInetAddress() {
        return arranged == null ? null : arranged.getAddress();
    }

    @Override
    public synchronized int getPort() {
        return arranged == null ? 0 : arranged.getPort();
    }

    @Override
    public void setServerControlAddress(InetAddress address) {
        // known from the session
    }

    @Override
    public boolean isZipMode() {
        return false;
    }

    @Override
    public void setZipMode(boolean zip) {
        throw new UnsupportedOperationException("MODE Z is not spoken");
    }

    @Override
    public boolean isTimeout(long now) {
        return false;
    }
}
