package org.batchuploader.app.config;

import java.util.function.Function;
import org.batchuploader.ftp.FtpLimits;
import org.batchuploader.ftp.FtpRules;
import org.batchuploader.ftp.FtpTls;
import org.batchuploader.ftp.Networks;
import org.batchuploader.ftp.tls.TlsFiles;
import org.jspecify.annotations.Nullable;

/** The sections {@code ftp} and {@code ftps}. Of what {@code ftp.xml} has too, only what was really given, since one may lie below. */
final class FtpKeys {
    private static final int MOST = 100_000;

    private FtpKeys() {}

    static Configuration.Ftp of(Values values) {
        return new Configuration.Ftp(
                given(values, Key.FTP_ENABLED, values::flag),
                given(values, Key.FTP_PORT, values::port),
                given(values, Key.FTP_IDLETIMEOUT, values::duration),
                given(values, Key.FTP_SERVERADDRESS, values::text),
                given(values, Key.FTP_PASSIVEPORTS, values::text),
                given(values, Key.FTP_PASSIVEADDRESS, values::text),
                given(values, Key.FTP_PASSIVEEXTERNALADDRESS, values::text),
                limits(values),
                new FtpRules(values.flag(Key.FTP_ACTIVE), networks(values, Key.FTP_INSIDENETWORKS), tls(values)),
                new Configuration.Allowed(
                        values.flag(Key.FTP_DELETE), values.flag(Key.FTP_RENAME), values.flag(Key.FTP_REPLACE)),
                values.duration(Key.FTP_KEEPPUBLISHED));
    }

    private static FtpLimits limits(Values values) {
        return FtpLimits.DEFAULT
                .withSessions(
                        count(values, Key.FTP_SESSIONS),
                        count(values, Key.FTP_SESSIONSPERUSER),
                        count(values, Key.FTP_SESSIONSPERADDRESS))
                .withPerMinute(count(values, Key.FTP_CONNECTIONSPERMINUTE))
                .withBan(count(values, Key.FTP_BANNEDAFTER), values.duration(Key.FTP_BAN))
                .withBytesPerSecond(values.number(Key.FTP_BYTESPERSECOND, 0, Integer.MAX_VALUE));
    }

    /** Absent without a certificate; then no other key of the section may be given, as it would promise what is not done. */
    private static @Nullable FtpTls tls(Values values) {
        if (!values.isGiven(Key.FTPS_CERTIFICATEFILE)) {
            for (Key key : Key.values()) {
                if (key.section().equals("ftps")
                        && values.isGiven(key)
                        && !values.text(key).equals(key.usual())) {
                    throw values.wrong(key, "needs " + Key.FTPS_CERTIFICATEFILE.path() + " too");
                }
            }
            return null;
        }
        return new FtpTls(
                new TlsFiles(
                        values.folder(Key.FTPS_CERTIFICATEFILE),
                        values.folder(Key.FTPS_KEYFILE),
                        given(values, Key.FTPS_CLIENTCAFILE, values::folder)),
                given(values, Key.FTPS_PORT, values::port),
                values.flag(Key.FTPS_REQUIRED),
                networks(values, Key.FTPS_CLEARNETWORKS),
                values.flag(Key.FTPS_PROTECTDATA),
                values.flag(Key.FTPS_RESUMPTION));
    }

    private static int count(Values values, Key key) {
        return (int) values.number(key, 1, MOST);
    }

    private static Networks networks(Values values, Key key) {
        try {
            return Networks.of(String.join(",", values.list(key)));
        } catch (IllegalArgumentException e) {
            throw values.wrong(key, "must be networks such as 10.0.0.0/8, with commas between: " + e.getMessage());
        }
    }

    private static <T> @Nullable T given(Values values, Key key, Function<Key, T> reading) {
        return values.isGiven(key) ? reading.apply(key) : null;
    }
}
