package org.batchuploader.geonetwork.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.RemoteException;
import org.jspecify.annotations.Nullable;

/**
 * GeoNetwork's guard against forged requests: whoever changes something sends the cookie {@code XSRF-TOKEN} it was given,
 * and the same in a header. Asked for once, and anew when it went stale.
 */
final class Xsrf {
    private static final String TOKEN = "XSRF-TOKEN";
    private static final Pattern PLAIN = Pattern.compile("[!-~&&[^\",;\\\\]]{1,4096}");

    /** Cookies to send, and the token among them. */
    record Pass(String cookies, String token) {}

    private final Supplier<Answer> me;
    private volatile @Nullable Pass pass;

    /** @param me asks {@code /srv/api/me}, whose answer brings the cookies */
    Xsrf(Supplier<Answer> me) {
        this.me = me;
    }

    Pass pass() {
        Pass current = pass;
        return current != null ? current : renew();
    }

    /**
     * Makes a call that changes something; once more with a new pass when the old one went stale, which is told before
     * anything is done.
     */
    <T> T guarded(Supplier<T> call) {
        Pass used = pass();
        try {
            return call.get();
        } catch (StaleXsrf stale) {
            forget(used);
            pass();
            try {
                return call.get();
            } catch (StaleXsrf again) {
                throw new RemoteException.Refused(
                        GeoNetworkClient.SYSTEM,
                        "GeoNetwork refuses the call although it carries the token it gave (XSRF); something between may take cookies away");
            }
        }
    }

    private synchronized void forget(Pass stale) {
        if (stale.equals(pass)) {
            pass = null;
        }
    }

    private synchronized Pass renew() {
        Pass current = pass;
        if (current != null) {
            return current;
        }
        Map<String, String> cookies = cookies(me.get());
        String token = cookies.get(TOKEN);
        if (token == null) {
            throw new RemoteException.Refused(
                    GeoNetworkClient.SYSTEM, "what answers is not GeoNetwork's REST: it gives no cookie " + TOKEN);
        }
        String all = cookies.entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
        Pass renewed = new Pass(all, token);
        pass = renewed;
        return renewed;
    }

    private static Map<String, String> cookies(Answer answer) {
        var cookies = new LinkedHashMap<String, String>();
        answer.headers().forEach((name, values) -> {
            if (name.equalsIgnoreCase("set-cookie")) {
                values.forEach(line -> add(line, cookies));
            }
        });
        return cookies;
    }

    /** What comes behind the first semicolon is for browsers. */
    private static void add(String line, Map<String, String> cookies) {
        String[] pair = line.split(";", 2)[0].split("=", 2);
        if (pair.length == 2 && PLAIN.matcher(pair[0].strip() + pair[1].strip()).matches()) {
            cookies.put(pair[0].strip(), pair[1].strip());
        }
    }
}
