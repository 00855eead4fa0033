package org.batchuploader.geoserver.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
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
 * is wrong with a style hinders no layer; its owner is told. Used once.
 */
final class Appearance {
    private static final Logger log = LoggerFactory.getLogger(Appearance.class);

    private final GeoServerClient client;
    private final LayerRef ref;
    private final Publication publication;
    private final List<Problem> remarks = new ArrayList<>();

    Appearance(GeoServerClient client, LayerRef ref, Publication publication) {
        this.client = client;
        this.ref = ref;
        this.publication = publication;
    }

    /** What became of the owner's style; empty when it is drawn as it was delivered, or there is none. */
    List<Problem> remarks() {
        return List.copyOf(remarks);
    }

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
            setUsual(fitting);
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
            set(ref.workspace(), ref.own());
            return true;
        } catch (RemoteException.Refused | RemoteException.Conflict | RemoteException.NotFound refused) {
            plain("GeoServer does not take it: " + refused.getMessage());
            return false;
        }
    }

    private void set(@Nullable String workspace, String style) {
        client.layers().setStyle(ref.workspace(), ref.name(), workspace, style);
    }

    /** A GeoServer whose administrator has removed the usual styles draws a layer as it likes. */
    private void setUsual(String style) {
        try {
            set(null, style);
        } catch (RemoteException.Refused | RemoteException.NotFound refused) {
            log.atWarn().addKeyValue("layer", ref.name()).log("cannot be drawn as {}: {}", style, refused.getMessage());
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
                    remark("The delivered style is drawn without " + String.join(", ", fit.leftOut())
                            + ", which would have a map server fetch something.");
                }
                return Optional.of(fit);
            }
            if (style instanceof UploadedStyle.Unfit unfit) {
                plain(unfit.reason() + ".");
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

    /** The owner's style could not be drawn, and is taken off again. */
    void takeOff(String reason) {
        plain("GeoServer cannot draw it: " + reason);
        undress(false);
    }

    /** What was left out of a style matters no more when nothing of it is drawn. */
    private void plain(String because) {
        remarks.clear();
        remark("The delivered style is not used, and the layer is drawn plainly: " + because);
    }

    private void remark(String sentence) {
        log.atWarn().addKeyValue("layer", ref.name()).log(sentence);
        remarks.add(Problem.of(ProblemCode.STYLE_CHANGED, sentence));
    }
}
