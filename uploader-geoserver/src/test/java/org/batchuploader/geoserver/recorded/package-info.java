/** The client against everything that was recorded from a running GeoServer 2.27.1, by the recordings' numbers. */
@NullMarked
package org.batchuploader.geoserver.recorded;

import org.jspecify.annotations.NullMarked;
