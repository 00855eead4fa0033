/**
 * Texts that name or define a coordinate reference system, beginning with {@link org.batchuploader.geotools.crs.text.CrsText}. All dialects become one definition; what a text does not say stays open rather than
 * being guessed. Length and depth are bounded, and nothing a text holds makes an exception.
 */
@NullMarked
package org.batchuploader.geotools.crs.text;

import org.jspecify.annotations.NullMarked;
