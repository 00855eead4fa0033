package org.batchuploader.geoserver.catalog;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.batchuploader.core.publish.Link;
import org.batchuploader.geoserver.client.StoreKind;

/** Addresses of the services of a workspace; the title of each is the layer's name in them. */
record LayerLinks(URI publicAddress, String workspace) {
    List<Link> of(String layer, StoreKind kind) {
        Link second = kind == StoreKind.DATASTORES ? link("wfs", layer, "2.0.0") : link("wcs", layer, "2.0.1");
        return List.of(link("wms", layer, "1.3.0"), second);
    }

    private Link link(String service, String layer, String version) {
        String base = publicAddress.toString().replaceAll("/+$", "");
        String href = base + "/" + workspace + "/" + service + "?service=" + service.toUpperCase(Locale.ROOT)
                + "&version=" + version + "&request=GetCapabilities";
        return new Link(service, href, workspace + ":" + layer);
    }
}
