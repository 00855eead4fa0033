/** Answers recorded from a running GeoServer, hosts taken out. */
@NullMarked
package org.batchuploader.geoserver.recorded;

import org.jspecify.annotations.NullMarked;
