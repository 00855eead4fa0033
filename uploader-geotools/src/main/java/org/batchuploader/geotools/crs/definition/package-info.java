/**
 * What a coordinate reference system is, whatever text or table it was read from: {@link org.batchuploader.geotools.crs.definition.CrsDefinition}. Every value is in metres or degrees, every method and parameter
 * under one name. Nothing here knows of files, texts or databases.
 */
@NullMarked
package org.batchuploader.geotools.crs.definition;

import org.jspecify.annotations.NullMarked;
