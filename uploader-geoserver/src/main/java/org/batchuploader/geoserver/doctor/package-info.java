/**
 * Tells an administrator whether this GeoServer will do. Start with {@link org.batchuploader.geoserver.doctor.GeoServerCheckup}.
 * Nothing is changed in GeoServer by asking.
 */
@NullMarked
package org.batchuploader.geoserver.doctor;

import org.jspecify.annotations.NullMarked;
