package org.batchuploader.geoserver.catalog;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.name.LayerName;
import org.batchuploader.core.publish.Difference;
import org.batchuploader.core.publish.Expected;
import org.batchuploader.core.publish.Inventory;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.Marked;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.geoserver.client.StoreKind;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.port.RemoteCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Layers in the workspaces of a GeoServer, which are made when they are needed. A layer has a store of its own, or a table in a
 * store of all tables; the inspection's CRS is declared, and what GeoServer then serves is looked at before a placement is
 * given: its CRS and place, one count by WFS that must be the inspection's, one map by WMS.
 *
 * <pre>{@code
 * LayerCatalog catalog = new GeoServerCatalog(
 *         client, URI.create("https://maps.example.org/geoserver"), new WorkspaceRule.One("uploads"), DataWay.streamed());
 * }</pre>
 */
public final class GeoServerCatalog implements LayerCatalog, Inventory {
    static final String SYSTEM = "GeoServer";

    private static final Logger log = LoggerFactory.getLogger(GeoServerCatalog.class);

    private final GeoServerClient client;
    private final WorkspaceRule workspaces;
    private final Carriers carriers;
    private final LayerLinks links;
    private final CatalogInventory inventory;

    /** @param publicAddress of GeoServer as people reach it, up to and with the context path */
    public GeoServerCatalog(GeoServerClient client, URI publicAddress, WorkspaceRule workspaces, DataWay way) {
        this.client = client;
        this.workspaces = workspaces;
        this.carriers = new Carriers(client, way);
        this.links = new LayerLinks(publicAddress);
        this.inventory = new CatalogInventory(client, workspaces, carriers);
    }

    @Override
    public Placement plan(Publication publication) {
        LayerRef ref = ref(publication);
        return new Placement(ref.toString(), links.of(ref));
    }

    @Override
    public Placement publish(Publication publication) {
        LayerRef ref = ref(publication);
        CoordinateReferenceSystem crs = publication.inspection().crs();
        if (crs == null) {
            throw new IllegalArgumentException("published without a CRS: " + publication.name());
        }
        List<Problem> remarks =
                RemoteCalls.translated(SYSTEM, () -> new Publishing(client, carriers, ref, publication).run(crs));
        log.atInfo().addKeyValue("layer", ref.name()).addKeyValue("ref", ref).log("layer published");
        return plan(publication).withRemarks(remarks);
    }

    @Override
    public void remove(Placement placement) {
        LayerRef ref = LayerRef.parse(placement);
        RemoteCalls.translated(SYSTEM, () -> {
            carriers.discard(ref);
            Appearance.remove(client, ref);
            requireGone(ref);
            return ref;
        });
        log.atInfo().addKeyValue("layer", ref.name()).addKeyValue("ref", ref).log("layer removed");
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

    /** 200 proves nothing here either. */
    private void requireGone(LayerRef ref) {
        var left = ref.kind() == StoreKind.DATASTORES
                ? client.resources().featureType(ref.workspace(), ref.store(), ref.name())
                : client.resources().coverage(ref.workspace(), ref.store(), ref.name());
        if (left.isPresent()) {
            throw new RemoteException.Unavailable(
                    SYSTEM, "GeoServer still has the layer " + ref.name() + " that it was to remove.");
        }
    }

    /** Where a layer is in GeoServer. */
    public record Place(String workspace, String store, String layer) {}

    /** Where that publication will be put, found out without any call; for those who register it elsewhere. */
    public Place place(Publication publication) {
        LayerRef ref = ref(publication);
        return new Place(ref.workspace(), ref.store(), ref.name());
    }

    private LayerRef ref(Publication publication) {
        if (!LayerName.isValid(publication.name())) {
            throw new IllegalArgumentException("not a layer name: \"" + publication.name() + "\"");
        }
        if (publication.inspection().format() == null) {
            throw new IllegalArgumentException("published without a format: " + publication.name());
        }
        String workspace =
                LayerRef.before(publication).map(LayerRef::workspace).orElseGet(() -> workspaces.of(publication));
        return LayerRef.of(workspace, publication, carriers.form(publication));
    }
}
