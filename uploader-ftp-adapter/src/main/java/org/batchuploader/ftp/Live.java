package org.batchuploader.ftp;

import java.io.IOException;
import org.batchuploader.ftp.tls.TlsKeys;
import org.jspecify.annotations.Nullable;

/** The settings as they are now; they change while sessions go on. */
final class Live {
    private record Now(FtpSettings settings, DataPorts ports, @Nullable TlsKeys keys) {}

    private volatile Now now;

    Live(FtpSettings settings) throws IOException {
        now = new Now(
                settings,
                new DataPorts(settings.passivePorts()),
                keys(settings.rules().tls()));
    }

    /** All of it or, when a certificate cannot be used, nothing. */
    synchronized void change(FtpSettings settings) throws IOException {
        FtpTls tls = settings.rules().tls();
        FtpTls before = now.settings().rules().tls();
        boolean sameFiles = tls != null && before != null && tls.files().equals(before.files());
        boolean samePorts = settings.passivePorts().equals(now.settings().passivePorts());
        now = new Now(
                settings,
                samePorts ? now.ports() : new DataPorts(settings.passivePorts()),
                sameFiles ? now.keys() : keys(tls));
    }

    FtpSettings settings() {
        return now.settings();
    }

    FtpLimits limits() {
        return now.settings().limits();
    }

    FtpRules rules() {
        return now.settings().rules();
    }

    DataPorts ports() {
        return now.ports();
    }

    /** Absent where the door has no certificate. */
    @Nullable TlsKeys keys() {
        return now.keys();
    }

    private static @Nullable TlsKeys keys(@Nullable FtpTls tls) throws IOException {
        return tls == null ? null : new TlsKeys(tls.files());
    }
}
