package org.batchuploader.geonode.users;

import java.util.List;
import java.util.Optional;
import org.batchuploader.core.user.Login;
import org.batchuploader.core.user.Owner;
import org.batchuploader.geonode.client.Account;
import org.batchuploader.geonode.client.GeoNodeClient;

/**
 * Owners of GeoNode's accounts.
 *
 * @param geonode with credentials that may see all users
 * @param groups whether it is asked for their groups too, which is another call
 */
record Owners(GeoNodeClient geonode, boolean groups) {
    Optional<Owner> named(String name) {
        return geonode.users().named(name).flatMap(this::of);
    }

    Login accepted(Account account) {
        if (!account.active()) {
            return new Login.Disabled();
        }
        return of(account).<Login>map(Login.Accepted::new).orElseGet(Login.Refused::new);
    }

    private Optional<Owner> of(Account account) {
        return Answers.owner(account).map(owner -> groups ? owner.withGroups(groups(account)) : owner);
    }

    private List<String> groups(Account account) {
        return Optional.ofNullable(account.pk())
                .or(() -> geonode.users().named(account.username()).map(Account::pk))
                .map(pk -> geonode.users().groups(pk))
                .orElse(List.of());
    }
}
