package org.batchuploader.core.builtin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.batchuploader.core.publish.Difference;
import org.batchuploader.core.publish.Expected;
import org.batchuploader.core.publish.Inventory;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.Marked;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Portal;
import org.batchuploader.core.publish.Publication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A portal of plain files: {@code index.html}, a page of its own that needs no server and no script, and
 * {@code thumbnail.png}, in the layer's folder. Links are {@code /layers/{name}/...}.
 */
public final class BuiltInPortal implements Portal, Inventory {
    private static final Logger log = LoggerFactory.getLogger(BuiltInPortal.class);
    private static final String SYSTEM = "Built-in portal";
    private static final String PAGE = "index.html";

    private final LayerFolders folders;
    private final FolderInventory inventory;

    /** @param directory made when it is needed */
    public BuiltInPortal(Path directory) {
        this.folders = new LayerFolders(directory);
        this.inventory = new FolderInventory(directory, SYSTEM, List.of(PAGE));
    }

    @Override
    public Placement plan(Publication publication) {
        String layer = LayerFolders.requireName(publication.name());
        List<Link> links = new ArrayList<>();
        links.add(folders.link("page", layer, "", publication.title()));
        if (publication.thumbnail() != null) {
            links.add(folders.link("thumbnail", layer, LayerPage.THUMBNAIL, "Thumbnail"));
        }
        return new Placement(layer, links);
    }

    @Override
    public Placement register(Publication publication) {
        String layer = publication.name();
        try {
            Path thumbnail = publication.thumbnail();
            if (thumbnail == null) {
                folders.delete(layer, List.of(LayerPage.THUMBNAIL));
            } else {
                folders.write(layer, LayerPage.THUMBNAIL, out -> Files.copy(thumbnail, out));
            }
            byte[] page = new LayerPage(publication).html().getBytes(StandardCharsets.UTF_8);
            folders.write(layer, PAGE, out -> out.write(page));
        } catch (IOException e) {
            throw Trouble.of(SYSTEM, "register", layer, e);
        }
        log.atInfo().addKeyValue("layer", layer).log("page written");
        return plan(publication);
    }

    @Override
    public void remove(Placement placement) {
        try {
            folders.delete(placement.ref(), List.of(PAGE, LayerPage.THUMBNAIL));
        } catch (IOException e) {
            throw Trouble.of(SYSTEM, "remove", placement.ref(), e);
        }
        log.atInfo().addKeyValue("layer", placement.ref()).log("page removed");
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
