package org.batchuploader.ftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
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
import org.jspecify.annotations.Nullable;

/**
 * Listens for control connections. FtpServer's own listener offers no way to set socket options, to bound a command's
 * length, or to see what comes while a command runs. Replies go out at once ({@code TCP_NODELAY}): otherwise each small
 * file would wait for the client's delayed acknowledgement.
 */
final class ControlListener extends AbstractListener {
    private static final int IO_THREADS = 2;

    private final FtpSettings settings;
    private @Nullable NioSocketAcceptor acceptor;
    private @Nullable FtpServerContext context;

    ControlListener(FtpSettings settings) {
        super(
                settings.serverAddress(),
                settings.port(),
                false,
                null,
                new DataPorts(settings),
                (int) settings.idleTimeout().toSeconds(),
                null);
        this.settings = settings;
    }

    @Override
    public synchronized void start(FtpServerContext serverContext) {
        NioSocketAcceptor fresh = new NioSocketAcceptor(IO_THREADS);
        acceptor = fresh;
        context = serverContext;
        fresh.setReuseAddress(true);
        fresh.getSessionConfig().setTcpNoDelay(true);
        fresh.getSessionConfig().setKeepAlive(true);
        fresh.getSessionConfig().setIdleTime(IdleStatus.BOTH_IDLE, getIdleTimeout());
        fresh.getFilterChain().addLast("watch", new ControlWatch());
        fresh.getFilterChain().addLast("threads", new ExecutorFilter(serverContext.getThreadPoolExecutor()));
        fresh.getFilterChain().addLast("taken", new Taken());
        fresh.getFilterChain().addLast("codec", new ProtocolCodecFilter(new CommandCodec()));
        ControlHandler handler = new ControlHandler(settings);
        handler.init(serverContext, this);
        fresh.setHandler(new FtpHandlerAdapter(serverContext, handler));
        try {
            fresh.bind(address());
        } catch (IOException e) {
            stop();
            throw new FtpServerConfigurationException("cannot listen at " + address(), e);
        }
        setPort(fresh.getLocalAddress().getPort());
    }

    private InetSocketAddress address() {
        return settings.serverAddress() == null
                ? new InetSocketAddress(settings.port())
                : new InetSocketAddress(settings.serverAddress(), settings.port());
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

    /** Counts off what {@link ControlWatch} counted, once a command thread has it. */
    private static final class Taken extends IoFilterAdapter {
        @Override
        public void messageReceived(NextFilter next, IoSession session, Object message) {
            Control.of(session).pending.addAndGet(-((IoBuffer) message).remaining());
            next.messageReceived(session, message);
        }
    }
}
