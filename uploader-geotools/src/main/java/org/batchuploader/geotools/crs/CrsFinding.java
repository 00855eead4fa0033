package org.batchuploader.geotools.crs;

import java.util.List;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a dataset's CRS.
 *
 * @param crs absent when not known for certain
 * @param geographicExtent in EPSG:4326, longitude first; absent without a CRS
 */
public record CrsFinding(
        @Nullable CoordinateReferenceSystem crs, @Nullable Envelope geographicExtent, List<Problem> problems) {
    public CrsFinding {
        problems = List.copyOf(problems);
    }
}
