package org.batchuploader.core.builtin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.publish.Difference;
import org.batchuploader.core.publish.Expected;
import org.batchuploader.core.publish.Inventory;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.Marked;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A catalog of plain files: {@code data.geojson} with all features (RFC 7946) and {@code original.zip} with the files as
 * delivered, in the layer's folder. Links are {@code /layers/{name}/...}.
 */
public final class BuiltInCatalog implements LayerCatalog, Inventory {
    private static final Logger log = LoggerFactory.getLogger(BuiltInCatalog.class);
    private static final String SYSTEM = "Built-in catalog";
    private static final String GEOJSON = "data.geojson";
    private static final String ORIGINAL = "original.zip";

    private final LayerFolders folders;
    private final FolderInventory inventory;
    private final DatasetInspector inspector;

    /** @param directory made when it is needed */
    public BuiltInCatalog(Path directory, DatasetInspector inspector) {
        this.folders = new LayerFolders(directory);
        this.inventory = new FolderInventory(directory, SYSTEM, List.of(GEOJSON, ORIGINAL));
        this.inspector = inspector;
    }

    @Override
    public Placement plan(Publication publication) {
        String layer = LayerFolders.requireName(publication.name());
        String data = publication.inspection().raster() == null ? "GeoJSON" : "Footprint as GeoJSON";
        return new Placement(
                layer,
                List.of(
                        folders.link("geojson", layer, GEOJSON, data),
                        folders.link("original", layer, ORIGINAL, "Original files")));
    }

    @Override
    public Placement publish(Publication publication) {
        String layer = publication.name();
        try {
            folders.write(layer, ORIGINAL, new OriginalZip(publication.delivered(), publication.at()));
            folders.write(
                    layer,
                    GEOJSON,
                    out -> inspector.geoJson(publication.files(), publication.inspection(), Long.MAX_VALUE, out));
        } catch (IOException e) {
            throw Trouble.of(SYSTEM, "publish", layer, e);
        }
        log.atInfo().addKeyValue("layer", layer).log("data published");
        return plan(publication);
    }

    @Override
    public void remove(Placement placement) {
        try {
            folders.delete(placement.ref(), List.of(GEOJSON, ORIGINAL));
        } catch (IOException e) {
            throw Trouble.of(SYSTEM, "remove", placement.ref(), e);
        }
        log.atInfo().addKeyValue("layer", placement.ref()).log("data removed");
    }

    @Override
    public String system() {
        return SYSTEM;
    }

    @Override
    public List<Difference> look(Expected expected) {
        return inventory.look(expected);
    }

    @Override
    public void marked(Consumer<Marked> each) {
        inventory.marked(each);
    }
}
