/**
 * All horizontal coordinate reference systems we know, in one resource made at build time from the EPSG dataset and ESRI's codes that GeoTools carries: {@link org.batchuploader.geotools.crs.index.CrsIndex}.
 * Loading takes a fraction of a second, and nothing else is opened at run time. Names are kept as words with weights, so that spellings can be compared.
 */
@NullMarked
package org.batchuploader.geotools.crs.index;

import org.jspecify.annotations.NullMarked;
