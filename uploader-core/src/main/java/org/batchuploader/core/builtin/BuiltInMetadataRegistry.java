package org.batchuploader.core.builtin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.batchuploader.core.publish.Difference;
import org.batchuploader.core.publish.Expected;
import org.batchuploader.core.publish.Inventory;
import org.batchuploader.core.publish.Marked;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A metadata registry of plain files: {@code record.xml}, an ISO 19139 {@code gmd:MD_Metadata}, in the layer's folder.
 * The link is {@code /layers/{name}/record.xml}.
 */
public final class BuiltInMetadataRegistry implements MetadataRegistry, Inventory {
    private static final Logger log = LoggerFactory.getLogger(BuiltInMetadataRegistry.class);
    private static final String SYSTEM = "Built-in metadata registry";

    private final LayerFolders folders;
    private final FolderInventory inventory;

    /** @param directory made when it is needed */
    public BuiltInMetadataRegistry(Path directory) {
        this.folders = new LayerFolders(directory);
        this.inventory = new FolderInventory(directory, SYSTEM, List.of(LayerPage.RECORD));
    }

    @Override
    public Placement plan(Publication publication) {
        String layer = LayerFolders.requireName(publication.name());
        return new Placement(
                layer, List.of(folders.link("record", layer, LayerPage.RECORD, "Metadata record (ISO 19139)")));
    }

    @Override
    public Placement put(Publication publication) {
        String layer = publication.name();
        try {
            folders.write(layer, LayerPage.RECORD, out -> Iso19139Record.write(publication, out));
        } catch (IOException e) {
            throw Trouble.of(SYSTEM, "describe", layer, e);
        }
        log.atInfo().addKeyValue("layer", layer).log("record written");
        return plan(publication);
    }

    @Override
    public void remove(Placement placement) {
        try {
            folders.delete(placement.ref(), List.of(LayerPage.RECORD));
        } catch (IOException e) {
            throw Trouble.of(SYSTEM, "remove", placement.ref(), e);
        }
        log.atInfo().addKeyValue("layer", placement.ref()).log("record removed");
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
