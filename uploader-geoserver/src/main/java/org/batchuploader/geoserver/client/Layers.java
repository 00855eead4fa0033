package org.batchuploader.geoserver.client;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batchuploader.remote.RemoteException;
import org.jspecify.annotations.Nullable;

/** Layers: which there are, how they look, and their tiles. */
public final class Layers {
    /** Where a layer's resource is. */
    private static final Pattern STORE = Pattern.compile(".*/(?:datastores|coveragestores)/([^/]+)/.*");

    private final RestCalls calls;

    Layers(RestCalls calls) {
        this.calls = calls;
    }

    public Optional<LayerInfo> find(String workspace, String name) {
        return calls.find(() -> calls.rest().layer(RestCalls.name(workspace), RestCalls.name(name)))
                .map(found -> info(found.layer()));
    }

    private static LayerInfo info(Documents.@Nullable LayerBody layer) {
        Documents.Href resource = layer == null ? null : layer.resource();
        Documents.StyleName style = layer == null ? null : layer.defaultStyle();
        Matcher store = STORE.matcher(resource == null ? "" : resource.href());
        return new LayerInfo(store.matches() ? store.group(1) : "", style == null ? "" : style.name());
    }

    /** Takes a layer away and leaves what it shows; false when there is none. */
    public boolean delete(String workspace, String name) {
        return calls.delete(() -> calls.rest().deleteLayer(RestCalls.name(workspace), RestCalls.name(name)));
    }

    /**
     * Makes a style the layer's default.
     *
     * @param styleWorkspace of the style; absent for one that belongs to no workspace
     */
    public void setStyle(String workspace, String name, @Nullable String styleWorkspace, String style) {
        String qualified = styleWorkspace == null ? style : RestCalls.name(styleWorkspace) + ":" + style;
        RestCalls.name(style);
        var document =
                new Documents.Layer(new Documents.LayerBody(new Documents.StyleName(qualified, styleWorkspace), null));
        calls.run(() -> calls.rest().updateLayer(RestCalls.name(workspace), RestCalls.name(name), document));
    }

    /**
     * Puts a style into a workspace, in place of the one of that name.
     *
     * @param version of the SLD, {@code 1.0.0} or {@code 1.1.0}
     */
    public void putStyle(String workspace, String style, String version, String sld) {
        String mediaType = version.startsWith("1.1") ? "application/vnd.ogc.se+xml" : "application/vnd.ogc.sld+xml";
        String styles = "/rest/workspaces/" + RestCalls.name(workspace) + "/styles";
        try {
            calls.send("PUT", styles + "/" + RestCalls.name(style), mediaType, sld);
        } catch (RemoteException.NotFound none) {
            calls.send("POST", styles + "?name=" + style, mediaType, sld);
        }
    }

    /** With its file, and whatever layer has it gets another; false when there is none. */
    public boolean deleteStyle(String workspace, String style) {
        return calls.delete(() -> calls.rest().deleteStyle(RestCalls.name(workspace), RestCalls.name(style)));
    }

    /** Whether there is a GeoWebCache that can be told to throw tiles away. */
    public boolean hasTileCache() {
        return calls.find(() -> calls.get("/gwc/rest/masstruncate")).isPresent();
    }

    /** Throws all tiles of a layer away that GeoWebCache keeps; false when there is no GeoWebCache, or it knows no such layer. */
    public boolean truncateTiles(String workspace, String name) {
        String layer = RestCalls.name(workspace) + ":" + RestCalls.name(name);
        String request = "<truncateLayer><layerName>" + layer + "</layerName></truncateLayer>";
        return calls.delete(() -> calls.send("POST", "/gwc/rest/masstruncate", "text/xml", request));
    }
}
