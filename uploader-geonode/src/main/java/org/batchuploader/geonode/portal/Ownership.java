package org.batchuploader.geonode.portal;

import java.util.Optional;
import org.batchuploader.geonode.client.Account;
import org.batchuploader.geonode.client.Dataset;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.remote.RemoteException;

/**
 * Whose datasets are touched: those at our place, of the owner or of who stands in for an unknown owner.
 *
 * @param throughService whether they are the service's own until they are handed on
 */
record Ownership(GeoNodeClient client, PortalSettings settings, boolean throughService) {
    /** The account that the owner's datasets belong to. */
    Account accountOf(String owner) {
        Optional<Account> own = client.users().named(owner);
        String other = settings.ownerOfUnknown();
        if (own.isPresent() || other == null) {
            return own.orElseThrow(() -> refused("GeoNode has no user named \"" + owner
                    + "\" whom the dataset could belong to. Sign up there, or ask the administrator."));
        }
        return client.users()
                .named(other)
                .orElseThrow(() -> refused("GeoNode has no user named \"" + other
                        + "\", who is to own the datasets of those it does not know."));
    }

    boolean isOurs(Dataset dataset, Reference reference) {
        return isInItsStore(dataset, reference)
                && (dataset.belongsTo(reference.owner())
                        || isStandIn(dataset)
                        || (throughService && dataset.belongsTo(service())));
    }

    void require(Dataset dataset, Reference reference) {
        if (!isOurs(dataset, reference)) {
            Dataset.Owner owner = dataset.owner();
            throw refused("The dataset " + dataset.alternate() + " in GeoNode belongs to "
                    + (owner == null ? "somebody else" : owner.username()) + " and is left alone.");
        }
    }

    private boolean isStandIn(Dataset dataset) {
        String other = settings.ownerOfUnknown();
        return other != null && dataset.belongsTo(other);
    }

    private String service() {
        return client.users().whoAmI().username();
    }

    /** A dataset of the same layer name from another store was made by somebody else. */
    private static boolean isInItsStore(Dataset dataset, Reference reference) {
        String[] place = reference.place().split("/", -1);
        return place.length != 4 || dataset.store() == null || dataset.store().equals(place[2]);
    }

    private static RemoteException.Refused refused(String sentence) {
        return new RemoteException.Refused(GeoNodeClient.SYSTEM, sentence);
    }
}
