package org.batchuploader.geoserver.catalog;

import java.util.OptionalLong;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.geoserver.client.BoundingBox;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.geoserver.client.LayerInfo;
import org.batchuploader.geoserver.client.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Sees whether a layer is what was published: GeoServer says 201 to data that it cannot serve.
 */
record ReadBack(GeoServerClient client, LayerRef ref, Publication publication) {
    /** Degrees by which two computations of one extent may differ, besides {@link #RELATIVE}. */
    private static final double ABSOLUTE = 0.05;

    /** Share of the larger side: a box turned by a projection is wider than what is in it. */
    private static final double RELATIVE = 0.1;

    /** Degrees around a layer that is a point or a line along an axis. */
    private static final double MARGIN = 0.001;

    /**
     * Everything but the map.
     *
     * @return where the layer lies, in degrees
     * @throws RemoteRefused with what is wrong
     */
    BoundingBox verify(Resource resource) {
        CoordinateReferenceSystem crs = publication.inspection().crs();
        if (crs != null && !crs.code().equals(resource.srs())) {
            throw wrong("is in " + resource.srs() + " and not in " + crs.code());
        }
        BoundingBox box = resource.latLonBoundingBox();
        Envelope expected = publication.inspection().geographicExtent();
        if (box == null || (expected != null && !agree(expected, box))) {
            throw wrong("lies at " + (box == null ? "no place" : box) + " and not at " + expected);
        }
        String store = client.layers()
                .find(ref.workspace(), ref.name())
                .map(LayerInfo::store)
                .orElse("");
        if (!store.equals(ref.store())) {
            throw wrong("has data and no layer");
        }
        countFeatures(publication.inspection().vector());
        return box;
    }

    /** Has the whole of the layer drawn. */
    void draw(BoundingBox box) {
        client.services().drawMap(ref.workspace(), ref.name(), around(box));
    }

    private void countFeatures(@Nullable VectorDescription vector) {
        if (vector == null) {
            return;
        }
        OptionalLong count = client.services().countFeatures(ref.workspace(), ref.name());
        if (count.isPresent() && count.getAsLong() != vector.count()) {
            throw wrong("has " + count.getAsLong() + " features and not " + vector.count());
        }
    }

    private static boolean agree(Envelope expected, BoundingBox box) {
        double width = Math.max(expected.width(), box.maxx() - box.minx());
        double height = Math.max(expected.height(), box.maxy() - box.miny());
        double tolerance = ABSOLUTE + RELATIVE * Math.max(width, height);
        return near(expected.minX(), box.minx(), tolerance)
                && near(expected.maxX(), box.maxx(), tolerance)
                && near(expected.minY(), box.miny(), tolerance)
                && near(expected.maxY(), box.maxy(), tolerance);
    }

    private static boolean near(double a, double b, double tolerance) {
        return Math.abs(a - b) <= tolerance;
    }

    private static BoundingBox around(BoundingBox box) {
        return new BoundingBox(box.minx() - MARGIN, box.miny() - MARGIN, box.maxx() + MARGIN, box.maxy() + MARGIN);
    }

    private RemoteRefused wrong(String what) {
        return new RemoteRefused(
                GeoServerCatalog.SYSTEM,
                "The layer " + ref.workspace() + ":" + ref.name() + " in GeoServer " + what + ".");
    }
}
