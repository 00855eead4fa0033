package org.batchuploader.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The broker that tells nodes of tasks, where there is one.
 *
 * @param address {@code amqp://} or {@code amqps://}, without a user
 * @param authorities a file with the certificates to check the broker's with
 */
public record BrokerChoice(URI address, String user, Secret password, @Nullable Path authorities) {
    private static final String RULE = "must be an address that begins with amqp:// or amqps://";

    static @Nullable BrokerChoice of(Values values) {
        if (values.find(Key.QUEUE_BROKERURL) == null) {
            return null;
        }
        return new BrokerChoice(
                address(values),
                values.text(Key.QUEUE_BROKERUSER),
                values.secret(Key.QUEUE_BROKERPASSWORD, Key.QUEUE_BROKERPASSWORDFILE),
                values.find(Key.QUEUE_BROKERCAFILE) == null ? null : values.folder(Key.QUEUE_BROKERCAFILE));
    }

    private static URI address(Values values) {
        try {
            URI address = new URI(values.text(Key.QUEUE_BROKERURL));
            if (address.getRawUserInfo() != null) {
                throw values.wrong(Key.QUEUE_BROKERURL, "must not hold a user or a password");
            }
            if (("amqp".equals(address.getScheme()) || "amqps".equals(address.getScheme()))
                    && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw values.wrong(Key.QUEUE_BROKERURL, RULE);
        }
        throw values.wrong(Key.QUEUE_BROKERURL, RULE);
    }
}
