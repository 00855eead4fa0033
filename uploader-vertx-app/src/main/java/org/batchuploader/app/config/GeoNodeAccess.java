package org.batchuploader.app.config;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The way to GeoNode, for whatever it is used.
 *
 * @param publicUrl as people reach it
 * @param token in place of user and password
 */
public record GeoNodeAccess(
        URI url, URI publicUrl, String user, @Nullable Secret password, @Nullable Secret token, Duration answerLimit) {
    static GeoNodeAccess of(Values values) {
        URI url = values.address(Key.GEONODE_URL);
        @Nullable Secret token = values.findSecret(Key.GEONODE_TOKEN, Key.GEONODE_TOKENFILE);
        return new GeoNodeAccess(
                url,
                values.addressOr(Key.GEONODE_PUBLICURL, url),
                values.text(Key.GEONODE_USER),
                token == null ? values.secret(Key.GEONODE_PASSWORD, Key.GEONODE_PASSWORDFILE) : null,
                token,
                values.duration(Key.GEONODE_ANSWERLIMIT));
    }
}
