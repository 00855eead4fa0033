package org.batchuploader.ftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ftpserver.FtpServerConfigurationException;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.apache.ftpserver.listener.nio.AbstractListener;
import org.apache.ftpserver.listener.nio.FtpHandlerAdapter;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IdleStatus;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.codec.ProtocolCodecFilter;
import org.apache.mina.filter.executor.ExecutorFilter;
import org.apache.mina.transport.socket.nio.NioSocketAcceptor;
import org.batchuploader.ftp.tls.TlsKeys;
import org.jspecify.annotations.Nullable;

/**
 * Listens for control connections. FtpServer's own listener offers no way to set socket options, to bound a command's
 * length, to move to another port, or to see what comes while a command runs. Replies go out at once ({@code TCP_NODELAY}):
 * otherwise each small file would wait for the client's delayed acknowledgement.
 */
final class ControlListener extends AbstractListener {
    private static final int IO_THREADS = 2;

    private final Live live;
    private final Admissions admissions;
    private final Rates rates;
    private final Function<FtpSettings, InetSocketAddress> place;
    private final boolean encrypted;
    private @Nullable InetSocketAddress bound;
    private @Nullable NioSocketAcceptor acceptor;
    private @Nullable FtpServerContext context;

    /**
     * @param place where to listen
     * @param encrypted whether connections begin with TLS
     */
    ControlListener(
            Live live,
            Admissions admissions,
            Rates rates,
            Function<FtpSettings, InetSocketAddress> place,
            boolean encrypted) {
        super(
                live.settings().serverAddress(),
                place.apply(live.settings()).getPort(),
                encrypted,
                null,
                null,
                (int) live.settings().idleTimeout().toSeconds(),
                null);
        this.live = live;
        this.admissions = admissions;
        this.rates = rates;
        this.place = place;
        this.encrypted = encrypted;
    }

    @Override
    public synchronized void start(FtpServerContext serverContext) {
        NioSocketAcceptor fresh = new NioSocketAcceptor(IO_THREADS);
        acceptor = fresh;
        context = serverContext;
        fresh.setReuseAddress(true);
        fresh.getSessionConfig().setTcpNoDelay(true);
        fresh.getSessionConfig().setKeepAlive(true);
        CommandCodec codec = new CommandCodec();
        if (encrypted) {
            fresh.getFilterChain().addLast("encrypted", new Encrypted(live));
        }
        fresh.getFilterChain().addLast("watch", new ControlWatch());
        fresh.getFilterChain().addLast("threads", new ExecutorFilter(serverContext.getThreadPoolExecutor()));
        fresh.getFilterChain().addLast("taken", new Taken(codec));
        fresh.getFilterChain().addLast("codec", new ProtocolCodecFilter(codec));
        ControlHandler handler = new ControlHandler(live, admissions, rates);
        handler.init(serverContext, this);
        fresh.setHandler(new FtpHandlerAdapter(serverContext, handler));
        try {
            change();
        } catch (IOException e) {
            stop();
            throw new FtpServerConfigurationException(e.getMessage(), e);
        }
    }

    /** Follows changed settings; who is connected stays so, also when the port is another one now. */
    synchronized void change() throws IOException {
        NioSocketAcceptor running = acceptor;
        if (running == null) {
            return;
        }
        running.getSessionConfig().setIdleTime(IdleStatus.BOTH_IDLE, (int)
                live.settings().idleTimeout().toSeconds());
        InetSocketAddress wanted = place.apply(live.settings());
        if (wanted.equals(bound)) {
            return;
        }
        List<?> before = List.copyOf(running.getLocalAddresses());
        try {
            running.bind(wanted);
        } catch (IOException e) {
            throw new IOException("cannot listen at " + wanted, e);
        }
        running.getLocalAddresses().stream()
                .filter(address -> !before.contains(address))
                .findFirst()
                .ifPresent(address -> setPort(((InetSocketAddress) address).getPort()));
        before.forEach(address -> running.unbind((InetSocketAddress) address));
        bound = wanted;
    }

    /** Cuts every session and waits for the I/O threads to end. */
    @Override
    public synchronized void stop() {
        if (acceptor != null) {
            acceptor.unbind();
            List.copyOf(acceptor.getManagedSessions().values()).forEach(IoSession::closeNow);
            acceptor.dispose(true);
            acceptor = null;
        }
    }

    @Override
    public synchronized boolean isStopped() {
        return acceptor == null;
    }

    @Override
    public synchronized void suspend() {
        if (acceptor != null) {
            acceptor.unbind();
        }
    }

    @Override
    public synchronized void resume() {
        throw new UnsupportedOperationException("start a new source instead");
    }

    @Override
    public boolean isSuspended() {
        return false;
    }

    @Override
    public synchronized Set<FtpIoSession> getActiveSessions() {
        if (acceptor == null || context == null) {
            return Set.of();
        }
        FtpServerContext known = context;
        return acceptor.getManagedSessions().values().stream()
                .map(session -> new FtpIoSession(session, known))
                .collect(Collectors.toSet());
    }

    synchronized int running() {
        return context == null ? 0 : context.getThreadPoolExecutor().getActiveCount();
    }

    /** Begins each session with TLS. */
    private static final class Encrypted extends IoFilterAdapter {
        private final Live live;

        Encrypted(Live live) {
            this.live = live;
        }

        @Override
        public void sessionCreated(NextFilter next, IoSession session) throws Exception {
            TlsKeys keys = live.keys();
            if (keys == null) {
                session.closeNow();
                return;
            }
            ControlTls.onto(session, keys, null);
            next.sessionCreated(session);
        }
    }

    /** Counts off what {@link ControlWatch} counted, once a command thread has it. */
    private static final class Taken extends IoFilterAdapter {
        private final CommandCodec codec;

        Taken(CommandCodec codec) {
            this.codec = codec;
        }

        @Override
        public void messageReceived(NextFilter next, IoSession session, Object message) throws Exception {
            Control control = Control.of(session);
            control.taken(((IoBuffer) message).remaining());
            next.messageReceived(session, message);
            if (control.turnsSecret()) {
                codec.forget(session);
            }
        }
    }
}
