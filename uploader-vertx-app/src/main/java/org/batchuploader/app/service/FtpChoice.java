package org.batchuploader.app.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.batchuploader.app.config.Configuration;
import org.batchuploader.ftp.FtpSettings;
import org.batchuploader.ftp.FtpXml;
import org.jspecify.annotations.Nullable;

/** The FTP settings: what is usual, below the original system's {@code ftp.xml}, below the configuration. */
public final class FtpChoice {
    private static final int PORT = 2121;
    private static final FtpSettings USUAL =
            FtpSettings.DEFAULT.withEnabled(true).withPort(PORT);

    private FtpChoice() {}

    /** @throws FtpXml.Invalid naming key, value and line */
    public static FtpSettings of(Configuration.Ftp given, @Nullable Path ftpXml) throws IOException {
        FtpSettings settings = ftpXml == null ? USUAL : FtpXml.read(ftpXml);
        Boolean enabled = given.enabled();
        Integer port = given.port();
        Duration idle = given.idleTimeout();
        String ports = given.passivePorts();
        String serverAddress = given.serverAddress();
        String passive = given.passiveAddress();
        String external = given.passiveExternalAddress();
        settings = enabled == null ? settings : settings.withEnabled(enabled);
        settings = port == null ? settings : settings.withPort(port);
        settings = idle == null ? settings : settings.withIdleTimeout(idle);
        settings = ports == null ? settings : settings.withPassivePorts(ports);
        settings = serverAddress == null ? settings : settings.withServerAddress(serverAddress);
        settings = passive == null ? settings : settings.withPassiveAddress(passive);
        settings = external == null ? settings : settings.withPassiveExternalAddress(external);
        return settings.withLimits(given.limits()).withRules(given.rules());
    }
}
