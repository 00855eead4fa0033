/**
 * Which formats there are: {@link org.batchuploader.geotools.format.VectorFormats} for those that are read, {@link
 * org.batchuploader.geotools.format.Unsupported} for those that are not, with how to convert them. The one place that
 * knows the packages of the formats; they do not know each other.
 */
@NullMarked
package org.batchuploader.geotools.format;

import org.jspecify.annotations.NullMarked;
