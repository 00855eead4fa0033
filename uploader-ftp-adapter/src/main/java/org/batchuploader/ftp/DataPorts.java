package org.batchuploader.ftp;

import org.apache.ftpserver.DataConnectionConfiguration;
import org.apache.ftpserver.impl.PassivePorts;
import org.apache.ftpserver.ssl.SslConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * How data connections are made: only with the peer of the control connection, in both directions. When no passive port
 * is free that is said at once; FtpServer's own configuration would wait for one without end.
 */
final class DataPorts implements DataConnectionConfiguration {
    private static final int SHORTEST_IDLE_SECONDS = 60;

    private final FtpSettings settings;
    private final PassivePorts ports;

    DataPorts(FtpSettings settings) {
        this.settings = settings;
        this.ports = new PassivePorts(settings.passivePorts(), true);
    }

    @Override
    public int getIdleTime() {
        return (int) Math.max(SHORTEST_IDLE_SECONDS, settings.idleTimeout().toSeconds());
    }

    @Override
    public boolean isActiveEnabled() {
        return true;
    }

    @Override
    public boolean isActiveIpCheck() {
        return true;
    }

    @Override
    public @Nullable String getActiveLocalAddress() {
        return null;
    }

    @Override
    public int getActiveLocalPort() {
        return 0;
    }

    @Override
    public @Nullable String getPassiveAddress() {
        return settings.passiveAddress();
    }

    @Override
    public @Nullable String getPassiveExernalAddress() {
        return settings.passiveExternalAddress();
    }

    @Override
    public String getPassivePorts() {
        return settings.passivePorts();
    }

    @Override
    public boolean isPassiveIpCheck() {
        return true;
    }

    @Override
    public int requestPassivePort() {
        return ports.reserveNextPort();
    }

    @Override
    public void releasePassivePort(int port) {
        ports.releasePort(port);
    }

    @Override
    public @Nullable SslConfiguration getSslConfiguration() {
        return null;
    }

    @Override
    public boolean isImplicitSsl() {
        return false;
    }
}
