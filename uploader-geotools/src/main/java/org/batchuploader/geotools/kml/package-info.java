/**
 * KML 2.2 (OGC 07-147r2) and Google's tracks, plain or zipped as KMZ: {@link org.batchuploader.geotools.kml.KmlFormat}.
 * Placemarks become features, wherever they are in folders. Links to elsewhere are never followed.
 */
@NullMarked
package org.batchuploader.geotools.kml;

import org.jspecify.annotations.NullMarked;
