package org.batchuploader.app.http.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.batchuploader.core.html.Html;

/** How pages say times and states. */
final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    static Html time(Instant at) {
        return Html.of("time", TIME.format(at));
    }

    static Html state(String state) {
        String words = state.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Html.of("span", words).with("class", "state " + state.toLowerCase(Locale.ROOT));
    }
}
