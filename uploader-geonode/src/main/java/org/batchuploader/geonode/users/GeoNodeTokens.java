package org.batchuploader.geonode.users;

import java.util.Optional;
import org.batchuploader.core.user.Credentials;
import org.batchuploader.core.user.Login;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.geonode.client.Token;
import org.batchuploader.remote.port.RemoteCalls;
import org.jspecify.annotations.Nullable;

/**
 * GeoNode's users by OAuth2 access token: the token is what they give as their password, with their user name or with
 * {@value #ANY_NAME}. GeoNode is asked for each.
 */
public final class GeoNodeTokens implements UserDirectory {
    /** Stands for the name of whom the token belongs to. */
    public static final String ANY_NAME = "token";

    private static final String SYSTEM = GeoNodeClient.SYSTEM;
    private static final int LONGEST = 2048;

    private final GeoNodeClient geonode;
    private final Owners owners;
    private final @Nullable String application;

    /**
     * @param geonode with the service's own credentials, of a user that may see all others
     * @param application the client id of the one OAuth2 application whose tokens are taken; null takes those of all
     * @param groups whether it is asked for the groups of users too
     */
    public GeoNodeTokens(GeoNodeClient geonode, @Nullable String application, boolean groups) {
        this.owners = new Owners(geonode, groups);
        this.geonode = geonode;
        this.application = application;
    }

    @Override
    public Login login(Credentials credentials) {
        String token = credentials.password();
        if (token.isEmpty() || token.length() > LONGEST) {
            return new Login.Refused();
        }
        return RemoteCalls.translated(SYSTEM, () -> geonode.users()
                .token(token)
                .filter(this::isGood)
                .filter(known -> credentials.name().equals(ANY_NAME)
                        || credentials.name().equals(known.username()))
                .flatMap(known -> geonode.users().named(known.username()))
                .map(owners::accepted)
                .orElseGet(Login.Refused::new));
    }

    @Override
    public Optional<Owner> find(String name) {
        return RemoteCalls.translated(SYSTEM, () -> owners.named(name));
    }

    private boolean isGood(Token token) {
        boolean alive = token.millis() == null || token.millis() > 0;
        return alive && (application == null || application.equals(token.client()));
    }
}
