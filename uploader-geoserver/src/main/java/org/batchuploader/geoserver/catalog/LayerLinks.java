package org.batchuploader.geoserver.catalog;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.batchuploader.core.publish.Link;

/** Addresses of the services of a layer's workspace; the title of each is the layer's name in them. */
record LayerLinks(URI publicAddress) {
    List<Link> of(LayerRef ref) {
        Link second = ref.form() == LayerRef.Form.RASTER ? link("wcs", ref, "2.0.1") : link("wfs", ref, "2.0.0");
        return List.of(link("wms", ref, "1.3.0"), second);
    }

    private Link link(String service, LayerRef ref, String version) {
        String base = publicAddress.toString().replaceAll("/+$", "");
        String href = base + "/" + ref.workspace() + "/" + service + "?service=" + service.toUpperCase(Locale.ROOT)
                + "&version=" + version + "&request=GetCapabilities";
        return new Link(service, href, ref.workspace() + ":" + ref.name());
    }
}
