/**
 * GeoServer's REST, WFS and WMS as a typed client, usable without the rest of the uploader. Start with
 * {@link org.batchuploader.geoserver.client.GeoServerClient}; what it relies on was recorded from GeoServer 2.27.
 */
@NullMarked
package org.batchuploader.geoserver.client;

import org.jspecify.annotations.NullMarked;
