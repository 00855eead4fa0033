package org.batchuploader.geoserver.catalog;

import java.nio.file.Path;
import java.util.Locale;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.remote.StreamedBody;

/** Sends shapefiles as a zip made on the way, and GeoTIFFs as they are. */
record StreamedCarrier(GeoServerClient client) implements Carrier {
    @Override
    public void carry(LayerRef ref, Publication publication) {
        switch (ref.form()) {
            case RASTER ->
                client.stores()
                        .putGeoTiff(ref.workspace(), ref.store(), ref.name(), StreamedBody.of(tiff(publication)));
            case FILES ->
                client.stores()
                        .putShapefile(
                                ref.workspace(), ref.store(), publication.charset(), new ShapefileZip(publication));
            case TABLE -> throw new IllegalArgumentException("a table is not sent: " + ref);
        }
    }

    @Override
    public void settle(LayerRef ref) {
        // GeoServer has put the new files into the place of the old ones
    }

    @Override
    public void discard(LayerRef ref) {
        client.stores().delete(ref.workspace(), ref.kind(), ref.store());
    }

    static Path tiff(Publication publication) {
        return publication.files().files().stream()
                .filter(file -> file.name().toLowerCase(Locale.ROOT).matches("(?s).*\\.tiff?"))
                .map(SourceFile::path)
                .findFirst()
                .orElseThrow(() -> new RemoteRefused(GeoServerCatalog.SYSTEM, "There is no .tif among the files."));
    }
}
