package org.batchuploader.geonode.users;

import java.util.List;
import java.util.Optional;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.core.user.Credentials;
import org.batchuploader.core.user.Login;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;
import org.batchuploader.geonode.client.Account;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.port.RemoteCalls;

/**
 * GeoNode's users, asked by HTTP. {@code userinfo} says at once whose a password is; where its answer cannot be trusted ({@code :} in
 * the password, which it cuts there) or is no (it also says no when its OAuth application is missing), a call that Django REST Framework
 * itself guards decides, and the list of users says who it is. A user name may be an e-mail address where GeoNode takes it for one.
 */
public final class GeoNodeUsers implements UserDirectory {
    private static final String SYSTEM = GeoNodeClient.SYSTEM;

    private final GeoNodeClient geonode;
    private final Owners owners;

    /**
     * @param geonode with the service's own credentials, of a user that may see all others
     * @param groups whether it is asked for the groups of users too
     */
    public GeoNodeUsers(GeoNodeClient geonode, boolean groups) {
        this.owners = new Owners(geonode, groups);
        this.geonode = geonode;
    }

    @Override
    public Login login(Credentials credentials) {
        String name = credentials.name();
        if (name.isEmpty() || name.contains(":") || credentials.password().isEmpty()) {
            return new Login.Refused();
        }
        return RemoteCalls.translated(SYSTEM, () -> {
            GeoNodeClient asThem = geonode.as(name, credentials.password());
            Optional<Account> known = credentials.password().contains(":") ? Optional.empty() : whoIs(asThem);
            return known.map(owners::accepted).orElseGet(() -> decide(asThem, name));
        });
    }

    @Override
    public Optional<Owner> find(String name) {
        return RemoteCalls.translated(SYSTEM, () -> owners.named(name));
    }

    private static Optional<Account> whoIs(GeoNodeClient asThem) {
        try {
            return Optional.of(asThem.users().whoAmI());
        } catch (RemoteException.Unauthorised | RemoteException.NotFound | RemoteException.Refused undecided) {
            return Optional.empty();
        }
    }

    private Login decide(GeoNodeClient asThem, String name) {
        try {
            asThem.users().verify();
        } catch (RemoteException.Unauthorised no) {
            return Answers.unauthorised(no);
        }
        return owners.accepted(account(asThem, name));
    }

    /** Guessing a name from an e-mail address could make one person another's heir. */
    private static Account account(GeoNodeClient asThem, String name) {
        Optional<Account> named = asThem.users().named(name);
        if (named.isPresent()) {
            return named.get();
        }
        List<Account> reached = name.contains("@") ? asThem.users().reachedBy(name) : List.of();
        if (reached.size() == 1) {
            return reached.get(0);
        }
        throw new RemoteUnavailable(SYSTEM, "GeoNode accepts the password and does not say whose it is");
    }
}
