package org.batchuploader.geonetwork.iso;

import org.jspecify.annotations.Nullable;

/**
 * An address where the data can be had ({@code CI_OnlineResource}).
 *
 * @param linkage absolute; of a service without the parameters of a request
 * @param protocol decides which button GeoNetwork offers; {@link #WMS} and the like
 * @param name of a service the layer's name in it, {@code workspace:layer}
 * @param function of the code list {@code CI_OnLineFunctionCode}: {@code download}, {@code information}, ...
 */
public record OnlineResource(
        String linkage, String protocol, String name, @Nullable String description, String function) {
    public static final String WMS = "OGC:WMS";
    public static final String WFS = "OGC:WFS";
    public static final String WCS = "OGC:WCS";
    public static final String PAGE = "WWW:LINK-1.0-http--link";
    public static final String DOWNLOAD = "WWW:DOWNLOAD-1.0-http--download";
}
