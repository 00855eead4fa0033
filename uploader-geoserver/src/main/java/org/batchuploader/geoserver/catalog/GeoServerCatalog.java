package org.batchuploader.geoserver.catalog;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.name.LayerName;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.geoserver.client.Resource;
import org.batchuploader.geoserver.client.StoreKind;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.StreamedBody;
import org.batchuploader.remote.port.RemoteCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Layers in one workspace of a GeoServer, made when it is needed: a store of one layer each. Shapefiles are sent as a zip
 * made on the way, GeoTIFFs as they are; the inspection's CRS is declared, and what GeoServer then serves is looked at
 * before a placement is given.
 */
public final class GeoServerCatalog implements LayerCatalog {
    static final String SYSTEM = "GeoServer";

    private static final Logger log = LoggerFactory.getLogger(GeoServerCatalog.class);

    private final GeoServerClient client;
    private final String workspace;
    private final LayerLinks links;

    /**
     * @param workspace made when it is not there
     * @param publicAddress of GeoServer as people reach it, up to and with the context path
     */
    public GeoServerCatalog(GeoServerClient client, String workspace, URI publicAddress) {
        this.client = client;
        this.workspace = workspace;
        this.links = new LayerLinks(publicAddress, workspace);
    }

    @Override
    public Placement plan(Publication publication) {
        StoreRef ref = ref(publication);
        return new Placement(ref.toString(), links.of(publication.name(), ref.kind()));
    }

    @Override
    public Placement publish(Publication publication) {
        StoreRef ref = ref(publication);
        CoordinateReferenceSystem crs = publication.inspection().crs();
        if (crs == null) {
            throw new IllegalArgumentException("published without a CRS: " + publication.name());
        }
        RemoteCalls.translated(SYSTEM, () -> {
            client.ensureWorkspace(workspace);
            boolean fresh = read(ref, publication.name()).isEmpty();
            try {
                write(ref, publication, crs, fresh);
                verify(ref, publication);
            } catch (RemoteException.Unavailable | RemoteUnavailable tryAgain) {
                throw tryAgain;
            } catch (RemoteException | RemoteRefused refusal) {
                if (fresh) {
                    undo(ref, refusal);
                }
                throw refusal;
            }
            return ref;
        });
        log.atInfo()
                .addKeyValue("layer", publication.name())
                .addKeyValue("store", ref)
                .log("layer published");
        return plan(publication);
    }

    @Override
    public void remove(Placement placement) {
        StoreRef ref = StoreRef.parse(placement);
        boolean removed =
                RemoteCalls.translated(SYSTEM, () -> client.deleteStore(ref.workspace(), ref.kind(), ref.store()));
        log.atInfo().addKeyValue("store", ref).addKeyValue("removed", removed).log("layer removed");
    }

    private StoreRef ref(Publication publication) {
        if (!LayerName.isValid(publication.name())) {
            throw new IllegalArgumentException("not a layer name: \"" + publication.name() + "\"");
        }
        if (publication.inspection().format() == null) {
            throw new IllegalArgumentException("published without a format: " + publication.name());
        }
        StoreKind kind = isRaster(publication) ? StoreKind.COVERAGESTORES : StoreKind.DATASTORES;
        return StoreRef.of(workspace, publication, kind);
    }

    /** Vector data of whatever format comes as a shapefile. */
    private static boolean isRaster(Publication publication) {
        return publication.inspection().raster() != null;
    }

    private void write(StoreRef ref, Publication publication, CoordinateReferenceSystem crs, boolean fresh) {
        String name = publication.name();
        List<String> keywords = List.of(name, isRaster(publication) ? "coverage" : "features");
        if (ref.kind() == StoreKind.COVERAGESTORES) {
            client.putGeoTiff(workspace, ref.store(), name, StreamedBody.of(tiff(publication)));
            Resource declared = Resource.declared(name, null, publication.title(), crs.code(), keywords);
            client.updateCoverage(workspace, ref.store(), name, declared);
            return;
        }
        client.putShapefile(workspace, ref.store(), publication.charset(), new ShapefileZip(publication));
        Resource declared = Resource.declared(name, name, publication.title(), crs.code(), keywords);
        if (fresh) {
            client.createFeatureType(workspace, ref.store(), declared);
        } else {
            client.updateFeatureType(workspace, ref.store(), name, declared);
        }
    }

    private void verify(StoreRef ref, Publication publication) {
        Resource resource = read(ref, publication.name())
                .orElseThrow(() -> new RemoteRefused(
                        SYSTEM, "GeoServer took the data of " + publication.name() + " and has no layer of it."));
        new ReadBack(client, workspace, publication, resource).verify();
    }

    private Optional<Resource> read(StoreRef ref, String name) {
        return ref.kind() == StoreKind.DATASTORES
                ? client.featureType(ref.workspace(), ref.store(), name)
                : client.coverage(ref.workspace(), ref.store(), name);
    }

    /** Removes what a refused publication made. When that cannot be done now, the whole is to be tried again. */
    private void undo(StoreRef ref, RuntimeException refusal) {
        try {
            client.deleteStore(ref.workspace(), ref.kind(), ref.store());
        } catch (RemoteException e) {
            refusal.addSuppressed(e);
            throw new RemoteUnavailable(
                    SYSTEM, refusal.getMessage() + " What was made could not be removed: " + e.getMessage(), refusal);
        }
    }

    private static Path tiff(Publication publication) {
        return publication.files().files().stream()
                .filter(file -> file.name().toLowerCase(Locale.ROOT).matches("(?s).*\\.tiff?"))
                .map(SourceFile::path)
                .findFirst()
                .orElseThrow(() -> new RemoteRefused(SYSTEM, "There is no .tif among the files."));
    }
}
