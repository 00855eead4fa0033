/**
 * The portal port on GeoNode. Start with {@link org.batchuploader.geonode.portal.GeoNodePortal}: it registers what GeoServer serves
 * already, or hands the files over. Everything it says to GeoNode goes through the client package, and what is not ours is never touched.
 */
@NullMarked
package org.batchuploader.geonode.portal;

import org.jspecify.annotations.NullMarked;
