/**
 * Metadata records of ISO 19115:2003 written as ISO/TS 19139:2007 says. Start with
 * {@link org.batchuploader.geonetwork.iso.IsoRecord} and {@link org.batchuploader.geonetwork.iso.IsoWriter};
 * {@link org.batchuploader.geonetwork.iso.IsoRules} looks at any record as GeoNetwork's validation would. Knows nothing
 * of the uploader and needs nothing but the JDK.
 */
@NullMarked
package org.batchuploader.geonetwork.iso;

import org.jspecify.annotations.NullMarked;
