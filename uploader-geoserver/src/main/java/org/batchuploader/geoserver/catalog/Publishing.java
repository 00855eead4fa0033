package org.batchuploader.geoserver.catalog;

import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.geoserver.catalog.LayerRef.Form;
import org.batchuploader.geoserver.client.BoundingBox;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.geoserver.client.LayerInfo;
import org.batchuploader.geoserver.client.Resource;
import org.batchuploader.remote.RemoteException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One publication on its way into GeoServer: make room, carry, declare, dress, look. */
record Publishing(GeoServerClient client, Carriers carriers, LayerRef ref, Publication publication) {
    private static final Logger log = LoggerFactory.getLogger(Publishing.class);

    /** @return what its owner should know of how it looks */
    List<Problem> run(CoordinateReferenceSystem crs) {
        var appearance = new Appearance(client, ref, publication);
        client.workspaces().ensure(ref.workspace());
        boolean fresh = makeRoom();
        try {
            carriers.of(ref.form()).carry(ref, publication);
            declare(Words.declared(ref, publication, crs.code()), fresh);
            look(appearance, fresh);
        } catch (RemoteException.Unavailable | RemoteUnavailable tryAgain) {
            throw tryAgain;
        } catch (RemoteException | RemoteRefused refusal) {
            if (fresh) {
                undo(refusal);
            }
            throw refusal;
        }
        carriers.of(ref.form()).settle(ref);
        if (!fresh) {
            forgetTiles();
        }
        return appearance.remarks();
    }

    /**
     * Takes away what this layer was before in another form, and refuses to touch a layer of that name that is not ours.
     *
     * @return whether there is nothing in the place yet
     */
    private boolean makeRoom() {
        Optional<LayerInfo> layer = client.layers().find(ref.workspace(), ref.name());
        if (layer.isPresent() && !layer.get().store().equals(ref.own())) {
            throw new RemoteRefused(
                    GeoServerCatalog.SYSTEM,
                    "There is a layer " + ref.workspace() + ":" + ref.name() + " already, which was not made here.");
        }
        boolean described = read().isPresent();
        Form before = before(described, layer.isPresent());
        if (described && layer.isPresent() && before == ref.form()) {
            return false;
        }
        if (described || layer.isPresent() || before != ref.form()) {
            carriers.discard(ref.as(before));
        }
        return true;
    }

    /** The form of what is in the place; that of now when there is nothing. */
    private Form before(boolean described, boolean shown) {
        if (described && ref.form() == Form.RASTER) {
            return Form.RASTER;
        }
        return carriers.vectorsIn(ref).orElse(shown ? Form.RASTER : ref.form());
    }

    private void declare(Resource declared, boolean fresh) {
        if (ref.form() == Form.RASTER) {
            client.resources().updateCoverage(ref.workspace(), ref.store(), ref.name(), declared);
        } else if (fresh) {
            client.resources().createFeatureType(ref.workspace(), ref.store(), declared);
        } else {
            client.resources().updateFeatureType(ref.workspace(), ref.store(), ref.name(), declared);
        }
    }

    /** A style of the owner's that cannot be drawn is taken off again. */
    private void look(Appearance appearance, boolean fresh) {
        Resource resource = read().orElseThrow(() -> new RemoteRefused(
                GeoServerCatalog.SYSTEM, "GeoServer took the data of " + ref.name() + " and has no layer of it."));
        var readBack = new ReadBack(client, ref, publication);
        BoundingBox box = readBack.verify(resource);
        boolean own = appearance.dress(fresh);
        try {
            readBack.draw(box);
        } catch (RemoteException.Refused cannotDraw) {
            if (!own) {
                throw cannotDraw;
            }
            appearance.takeOff(String.valueOf(cannotDraw.getMessage()));
            readBack.draw(box);
        }
    }

    private Optional<Resource> read() {
        return ref.form() == Form.RASTER
                ? client.resources().coverage(ref.workspace(), ref.store(), ref.name())
                : client.resources().featureType(ref.workspace(), ref.store(), ref.name());
    }

    /** Old tiles are ugly; they are no reason to say that the layer is not there. */
    private void forgetTiles() {
        try {
            client.layers().truncateTiles(ref.workspace(), ref.name());
        } catch (RemoteException e) {
            log.atWarn().addKeyValue("layer", ref.name()).log("its old tiles stay for a while: {}", e.getMessage());
        }
    }

    /** Removes what a refused publication made. When that cannot be done now, the whole is to be tried again. */
    private void undo(RuntimeException refusal) {
        try {
            carriers.discard(ref);
            Appearance.remove(client, ref);
        } catch (RemoteException | RemoteUnavailable | RemoteRefused e) {
            refusal.addSuppressed(e);
            throw new RemoteUnavailable(
                    GeoServerCatalog.SYSTEM,
                    refusal.getMessage() + " What was made could not be removed: " + e.getMessage(),
                    refusal);
        }
    }
}
