package org.batchuploader.geoserver.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batchuploader.remote.RemoteException;

/** Feature types and coverages: what a store holds, under the name, words and CRS that people see. */
public final class Resources {
    private final RestCalls calls;

    Resources(RestCalls calls) {
        this.calls = calls;
    }

    /** The names of the feature types of a store. */
    public List<String> featureTypes(String workspace, String store) {
        List<String> names = new ArrayList<>();
        calls.read(() -> calls.rest().featureTypes(name(workspace), name(store), "configured"))
                .path("featureTypes")
                .path("featureType")
                .forEach(type -> names.add(type.path("name").asText()));
        return List.copyOf(names);
    }

    /** The native names of what a store holds and no feature type shows; GeoServer opens the store to tell. */
    public List<String> available(String workspace, String store) {
        List<String> names = new ArrayList<>();
        calls.read(() -> calls.rest().featureTypes(name(workspace), name(store), "available"))
                .path("list")
                .path("string")
                .forEach(nativeName -> names.add(nativeName.asText()));
        return List.copyOf(names);
    }

    public Optional<Resource> featureType(String workspace, String store, String name) {
        return calls.find(() -> calls.rest().featureType(name(workspace), name(store), name(name)))
                .map(Documents.FeatureType::featureType);
    }

    /** With a layer of the same name. Bounds that are not given are computed. */
    public void createFeatureType(String workspace, String store, Resource featureType) {
        var document = new Documents.FeatureType(featureType);
        calls.run(() -> calls.rest().createFeatureType(name(workspace), name(store), document));
    }

    /** Changes what is given of the feature type and computes its bounds anew. */
    public void updateFeatureType(String workspace, String store, String name, Resource featureType) {
        var document = new Documents.FeatureType(featureType);
        calls.run(() -> calls.rest().updateFeatureType(name(workspace), name(store), name(name), document));
    }

    /** Has GeoServer forget what it remembers of the type's columns; does nothing where GeoServer has no such call. */
    public void resetFeatureType(String workspace, String store, String name) {
        try {
            calls.run(() -> calls.rest().resetFeatureType(name(workspace), name(store), name(name)));
        } catch (RemoteException.NotFound | RemoteException.Refused olderThanThat) {
            return;
        }
    }

    /** With its layer; false when there is none. */
    public boolean deleteFeatureType(String workspace, String store, String name) {
        return calls.delete(() -> calls.rest().deleteFeatureType(name(workspace), name(store), name(name)));
    }

    public Optional<Resource> coverage(String workspace, String store, String name) {
        return calls.find(() -> calls.rest().coverage(name(workspace), name(store), name(name)))
                .map(Documents.Coverage::coverage);
    }

    /** Changes what is given of the coverage and computes its bounds anew. */
    public void updateCoverage(String workspace, String store, String name, Resource coverage) {
        var document = new Documents.Coverage(coverage);
        calls.run(() -> calls.rest().updateCoverage(name(workspace), name(store), name(name), document));
    }

    private static String name(String name) {
        return RestCalls.name(name);
    }
}
