/**
 * GML simple features (OGC 06-049r1), GML 2 and 3: {@link org.batchuploader.geotools.gml.GmlFormat}. The features of each
 * element name are a layer. Schemas are not read and nothing is fetched; what a name means follows from the standard alone.
 */
@NullMarked
package org.batchuploader.geotools.gml;

import org.jspecify.annotations.NullMarked;
