package org.batchuploader.geoserver.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.geoserver.client.LayerInfo;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.style.UploadedStyle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a layer looks: as the owner's {@code .sld} says, under a name of ours in the layer's workspace, or as fits its geometry. What
 * is wrong with a style is logged and hinders no layer.
 */
record Appearance(GeoServerClient client, LayerRef ref, Publication publication) {
    private static final Logger log = LoggerFactory.getLogger(Appearance.class);

    /** @return whether the layer has a style of its own now */
    boolean dress(boolean fresh) {
        Optional<UploadedStyle.Fit> own = uploaded();
        if (own.isPresent() && wears(own.get())) {
            return true;
        }
        undress(fresh);
        return false;
    }

    /** Leaves alone what an administrator chose for a layer that was there before. */
    void undress(boolean fresh) {
        String now = client.layers()
                .find(ref.workspace(), ref.name())
                .map(LayerInfo::style)
                .orElse("");
        boolean hasOwn = now.endsWith(ref.own());
        String fitting = fitting();
        if ((fresh || hasOwn) && !now.equals(fitting)) {
            set(null, fitting);
        }
        if (!fresh) {
            remove(client, ref);
        }
    }

    static void remove(GeoServerClient client, LayerRef ref) {
        client.layers().deleteStyle(ref.workspace(), ref.own());
    }

    private boolean wears(UploadedStyle.Fit own) {
        try {
            client.layers().putStyle(ref.workspace(), ref.own(), own.version(), own.sld());
            return set(ref.workspace(), ref.own());
        } catch (RemoteException.Refused | RemoteException.Conflict refused) {
            warn("GeoServer does not take the style: " + refused.getMessage());
            return false;
        }
    }

    private boolean set(@Nullable String workspace, String style) {
        try {
            client.layers().setStyle(ref.workspace(), ref.name(), workspace, style);
            return true;
        } catch (RemoteException.Refused | RemoteException.NotFound refused) {
            warn("the layer cannot be drawn as " + style + ": " + refused.getMessage());
            return false;
        }
    }

    private Optional<UploadedStyle.Fit> uploaded() {
        Optional<SourceFile> file =
                publication.delivered().find("sld").or(() -> publication.files().find("sld"));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            UploadedStyle style = UploadedStyle.read(file.get().path());
            if (style instanceof UploadedStyle.Fit fit) {
                if (!fit.leftOut().isEmpty()) {
                    warn("left out of the uploaded style: " + String.join(", ", fit.leftOut()));
                }
                return Optional.of(fit);
            }
            if (style instanceof UploadedStyle.Unfit unfit) {
                warn("the uploaded style is not used: " + unfit.reason());
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the uploaded style", e);
        }
    }

    /** The style that comes with every GeoServer for that geometry. */
    private String fitting() {
        VectorDescription vector = publication.inspection().vector();
        if (vector == null) {
            return "raster";
        }
        String type = vector.geometryType().toLowerCase(Locale.ROOT);
        return type.contains("point") ? "point" : type.contains("line") ? "line" : "polygon";
    }

    void warn(String what) {
        log.atWarn().addKeyValue("layer", ref.name()).log(what);
    }
}
