/**
 * The inspection of datasets: {@link org.batchuploader.geotools.GeoToolsInspector} is the port's adapter and what others use.
 * Structure is read by our own code, in a stream and with no trust; GeoTools is asked for coordinate reference systems and pixels.
 */
@NullMarked
package org.batchuploader.geotools;

import org.jspecify.annotations.NullMarked;
