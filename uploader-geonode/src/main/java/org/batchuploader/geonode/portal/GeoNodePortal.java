package org.batchuploader.geonode.portal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.batchuploader.core.name.LayerName;
import org.batchuploader.core.publish.Difference;
import org.batchuploader.core.publish.Expected;
import org.batchuploader.core.publish.Inventory;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.Marked;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Portal;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonode.client.Account;
import org.batchuploader.geonode.client.Dataset;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.port.RemoteCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Datasets in a GeoNode 4.4 or 5, in one of two ways: {@link #registering} what the catalog step published in the GeoServer that GeoNode
 * uses, or {@link #uploading} the files to GeoNode, which publishes them itself. A dataset that belongs to somebody else is refused, or
 * left alone. The service's account in GeoNode has to be a superuser's.
 */
public final class GeoNodePortal implements Portal, Inventory {
    private static final String SYSTEM = GeoNodeClient.SYSTEM;

    private static final Logger log = LoggerFactory.getLogger(GeoNodePortal.class);

    private final PortalSettings settings;
    private final Way way;
    private final Ownership ownership;
    private final Removal removal;
    private final Describing describing;
    private final PortalInventory inventory;

    private GeoNodePortal(GeoNodeClient client, PortalSettings settings, Way way, boolean throughService) {
        this.settings = settings;
        this.way = way;
        this.ownership = new Ownership(client, settings, throughService);
        this.removal = new Removal(client);
        this.describing = new Describing(client, settings);
        this.inventory = new PortalInventory(client, settings, way, ownership);
    }

    /** @param naming says where the catalog step put a layer in GeoServer */
    public static GeoNodePortal registering(GeoNodeClient client, CatalogLayer.Naming naming, PortalSettings settings) {
        return new GeoNodePortal(client, settings, new Registration(client, naming), false);
    }

    /** For a chain whose catalog is GeoNode's own GeoServer, filled by GeoNode alone. */
    public static GeoNodePortal uploading(GeoNodeClient client, PortalSettings settings) {
        return new GeoNodePortal(client, settings, new HandOver(client, new Removal(client)), true);
    }

    @Override
    public Placement plan(Publication publication) {
        return new Placement(reference(publication).toString(), List.of());
    }

    @Override
    public Placement register(Publication publication) {
        Reference reference = reference(publication);
        Dataset dataset = RemoteCalls.translated(SYSTEM, () -> bring(publication, reference));
        log.atInfo()
                .addKeyValue("layer", publication.name())
                .addKeyValue("dataset", dataset.pk())
                .log("dataset registered");
        Link page = new Link("page", address(dataset), publication.title());
        return new Placement(reference.toString(), List.of(page), dataset.uuid().isEmpty() ? null : dataset.uuid());
    }

    @Override
    public void remove(Placement placement) {
        Reference reference = Reference.parse(placement);
        if (!way.knows(reference.place())) {
            throw new IllegalArgumentException("not a reference of this way into GeoNode: " + placement.ref());
        }
        RemoteCalls.translated(SYSTEM, () -> {
            var waiting = new Waiting(settings);
            for (Dataset dataset : way.at(reference.place())) {
                removeOwn(dataset, reference, Optional.ofNullable(placement.identifier()), waiting);
            }
            return reference;
        });
    }

    @Override
    public String system() {
        return SYSTEM;
    }

    @Override
    public List<Difference> look(Expected expected) {
        return RemoteCalls.translated(SYSTEM, () -> inventory.look(expected));
    }

    @Override
    public void marked(Consumer<Marked> each) {
        RemoteCalls.translated(SYSTEM, () -> {
            inventory.marked(each);
            return each;
        });
    }

    private void removeOwn(Dataset dataset, Reference reference, Optional<String> uuid, Waiting waiting) {
        boolean same = uuid.isEmpty() || uuid.get().equals(dataset.uuid());
        if (same && ownership.isOurs(dataset, reference)) {
            removal.of(dataset, waiting);
        } else {
            log.atWarn()
                    .addKeyValue("dataset", dataset.pk())
                    .addKeyValue("layer", dataset.alternate())
                    .log("not the dataset that we made; it is left alone");
        }
    }

    private Dataset bring(Publication publication, Reference reference) {
        var waiting = new Waiting(settings);
        Account owner = ownership.accountOf(publication.owner().name());
        List<Dataset> before = way.at(reference.place());
        before.forEach(dataset -> ownership.require(dataset, reference));
        try {
            Dataset dataset = way.bring(publication, owner, before, waiting);
            ownership.require(dataset, reference);
            describing.describe(dataset, publication, waiting);
            return dataset;
        } catch (RemoteException.Unavailable tryAgain) {
            throw tryAgain;
        } catch (RemoteException refusal) {
            if (before.isEmpty()) {
                undo(reference, refusal, waiting);
            }
            throw refusal;
        }
    }

    /** Removes what a refused registration made. When that cannot be done now, the whole is to be tried again. */
    private void undo(Reference reference, RemoteException refusal, Waiting waiting) {
        try {
            for (Dataset dataset : way.at(reference.place())) {
                removeOwn(dataset, reference, Optional.empty(), waiting);
            }
        } catch (RemoteException e) {
            refusal.addSuppressed(e);
            throw new RemoteException.Unavailable(
                    SYSTEM, refusal.getMessage() + " What was made could not be removed: " + e.getMessage(), refusal);
        }
    }

    private Reference reference(Publication publication) {
        if (!LayerName.isValid(publication.name())) {
            throw new IllegalArgumentException("not a layer name: \"" + publication.name() + "\"");
        }
        return new Reference(way.place(publication), publication.owner().name());
    }

    private String address(Dataset dataset) {
        String page = dataset.page() == null ? "/catalogue/#/dataset/" + dataset.pk() : dataset.page();
        return page.startsWith("/") ? settings.publicAddress().toString().replaceAll("/+$", "") + page : page;
    }
}
