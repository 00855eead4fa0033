package org.batchuploader.geoserver.catalog;

import java.util.Optional;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geoserver.catalog.LayerRef.Form;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ways that are configured, and what goes which way. */
final class Carriers {
    private static final Logger log = LoggerFactory.getLogger(Carriers.class);

    private final GeoServerClient client;
    private final Carrier files;
    private final @Nullable Carrier tables;

    Carriers(GeoServerClient client, DataWay way) {
        this.client = client;
        DataWay ofFiles = way instanceof DataWay.Tables database ? database.rasters() : way;
        this.files = ofFiles instanceof DataWay.SharedDisk disk
                ? new SharedDiskCarrier(client, disk)
                : new StreamedCarrier(client);
        this.tables = way instanceof DataWay.Tables database ? new TableCarrier(client, database) : null;
    }

    /** Vector data of whatever format comes as a shapefile, or goes into a table. */
    Form form(Publication publication) {
        if (publication.inspection().raster() != null) {
            return Form.RASTER;
        }
        return tables == null ? Form.FILES : Form.TABLE;
    }

    Carrier of(Form form) {
        return form == Form.TABLE && tables != null ? tables : files;
    }

    /** How the vector data came that the layer's store has now; empty when there is no such store. */
    Optional<Form> vectorsIn(LayerRef ref) {
        return client.stores()
                .find(ref.workspace(), ref.store())
                .map(store -> store.type().equals(TableCarrier.TYPE) ? Form.TABLE : Form.FILES);
    }

    /** Also what came another way than is configured now. */
    void discard(LayerRef ref) {
        if (ref.form() == Form.TABLE && tables == null) {
            client.stores().delete(ref.workspace(), ref.kind(), ref.store());
            log.atWarn()
                    .addKeyValue("layer", ref.name())
                    .log("no database is configured: the layer's table stays where it is");
        } else {
            of(ref.form()).discard(ref);
        }
    }
}
