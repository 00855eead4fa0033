/**
 * Vector data in any format but shapefiles: {@link org.batchuploader.geotools.vector.VectorFormat} is the port that each
 * format's package implements, {@link org.batchuploader.geotools.vector.VectorInspector} inspects them all alike. Features
 * are pushed one by one, so that memory does not depend on their number.
 */
@NullMarked
package org.batchuploader.geotools.vector;

import org.jspecify.annotations.NullMarked;
