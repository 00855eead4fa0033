package org.batchuploader.app.config;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The section {@code ftp}: only what was really given, since an {@code ftp.xml} may lie below it. */
final class FtpKeys {
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
                new Configuration.Allowed(
                        values.flag(Key.FTP_DELETE), values.flag(Key.FTP_RENAME), values.flag(Key.FTP_REPLACE)),
                values.duration(Key.FTP_KEEPPUBLISHED));
    }

    private static <T> @Nullable T given(Values values, Key key, Function<Key, T> reading) {
        return values.isGiven(key) ? reading.apply(key) : null;
    }
}
