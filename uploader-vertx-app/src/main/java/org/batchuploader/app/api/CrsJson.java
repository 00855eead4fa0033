package org.batchuploader.app.api;

import java.util.List;
import org.batchuploader.core.inspect.CrsCandidate;

/**
 * Coordinate reference systems that were found.
 *
 * @param edition of the EPSG dataset that was searched
 * @param crs best first
 */
public record CrsJson(String edition, List<CrsCandidate> crs) {
    public CrsJson {
        crs = List.copyOf(crs);
    }
}
