/**
 * The layer catalog on GeoServer. Start with {@link org.batchuploader.geoserver.catalog.GeoServerCatalog}; everything
 * it says to GeoServer goes through the client package.
 */
@NullMarked
package org.batchuploader.geoserver.catalog;

import org.jspecify.annotations.NullMarked;
