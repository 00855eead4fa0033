/**
 * All systems together: the packaged service against a GeoServer, a GeoNode and a GeoNetwork. Start with
 * {@link org.batchuploader.app.together.Landscape}, which is of fakes unless the profile {@code live} names real ones.
 */
@NullMarked
package org.batchuploader.app.together;

import org.jspecify.annotations.NullMarked;
