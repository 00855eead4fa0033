package org.batchuploader.geoserver.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.batchuploader.core.publish.Difference;
import org.batchuploader.core.publish.Expected;
import org.batchuploader.core.publish.Marked;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.geoserver.catalog.LayerRef.Form;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.geoserver.client.LayerInfo;
import org.batchuploader.geoserver.client.Resource;
import org.batchuploader.geoserver.client.StoreKind;
import org.batchuploader.remote.RemoteException;

/** What GeoServer has of ours. A store is ours by the layer's id in its name, which nobody guesses. */
record CatalogInventory(GeoServerClient client, WorkspaceRule workspaces, Carriers carriers) {
    List<Difference> look(Expected expected) {
        Optional<LayerRef> ref = LayerRef.read(expected.placement());
        return ref.isEmpty()
                ? List.of(Difference.missing("GeoServer never got it: it was put into another system."))
                : look(ref.get(), expected);
    }

    private List<Difference> look(LayerRef ref, Expected expected) {
        String called = ref.workspace() + ":" + ref.name();
        Optional<LayerInfo> layer = client.layers().find(ref.workspace(), ref.name());
        if (layer.isEmpty()) {
            return List.of(Difference.missing("GeoServer has no layer " + called + "."));
        }
        String store = layer.get().store();
        if (!store.equals(ref.store())) {
            return List.of(Difference.foreign("The layer " + called + " in GeoServer shows the store " + store
                    + " and not " + ref.store() + ": somebody else made it."));
        }
        Optional<Resource> resource = ref.form() == Form.RASTER
                ? client.resources().coverage(ref.workspace(), ref.store(), ref.name())
                : client.resources().featureType(ref.workspace(), ref.store(), ref.name());
        return resource.isEmpty()
                ? List.of(Difference.missing("GeoServer has no data behind the layer " + called + "."))
                : compare(called, resource.get(), expected);
    }

    private static List<Difference> compare(String called, Resource resource, Expected expected) {
        List<Difference> differences = new ArrayList<>();
        if (Boolean.FALSE.equals(resource.enabled())) {
            differences.add(
                    new Difference(Difference.Kind.DISABLED, "The layer " + called + " in GeoServer is disabled."));
        }
        String title = Words.title(expected.title());
        if (!title.equals(resource.title())) {
            differences.add(Difference.changed("The layer " + called + " in GeoServer has the title \""
                    + resource.title() + "\" and not \"" + title + "\"."));
        }
        if (expected.crs() != null && !expected.crs().equals(resource.srs())) {
            differences.add(Difference.changed("The layer " + called + " in GeoServer is declared in " + resource.srs()
                    + " and not in " + expected.crs() + "."));
        }
        return differences;
    }

    void marked(Consumer<Marked> each) {
        for (String workspace : client.workspaces().names()) {
            if (workspaces.covers(workspace)) {
                marked(workspace, Form.FILES, each);
                marked(workspace, Form.RASTER, each);
            }
        }
    }

    private void marked(String workspace, Form form, Consumer<Marked> each) {
        try {
            StoreKind kind = form == Form.RASTER ? StoreKind.COVERAGESTORES : StoreKind.DATASTORES;
            for (String store : client.stores().names(workspace, kind)) {
                LayerRef.ofStore(workspace, store, form)
                        .ifPresent(ref -> each.accept(new Marked(
                                ref.layer(),
                                ref.name(),
                                "the store " + workspace + ":" + store + " in GeoServer",
                                () -> placement(ref))));
            }
        } catch (RemoteException.NotFound workspaceIsGone) {
            return;
        }
    }

    private Placement placement(LayerRef ref) {
        Form form = ref.form() == Form.RASTER
                ? Form.RASTER
                : carriers.vectorsIn(ref).orElse(Form.FILES);
        return new Placement(ref.as(form).toString(), List.of());
    }
}
