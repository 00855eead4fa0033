package org.batchuploader.core.inspect;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Bundle in, datasets with inspections out. Thread-safe. Never trusts a byte: whatever is wrong with the data comes back
 * as a {@link Problem}; an {@link IOException} means that our own disk failed. Memory does not depend on file size.
 */
public interface DatasetInspector {
    /**
     * One delivered file.
     *
     * @param part the part it is stored as
     * @param file the same, at hand
     */
    record Delivered(Part part, SourceFile file) {}

    /**
     * Begins to look at a file that arrives from its first byte on.
     *
     * @param fileName as its owner calls it
     */
    default FirstLook look(String fileName) {
        return FirstLook.NONE;
    }

    /**
     * Finds the datasets in a delivery: groups loose files, unpacks archives safely into {@code sink}. Nothing found is
     * {@code NO_DATASET} or {@code FORMAT_UNSUPPORTED}.
     */
    Discovery discover(List<Delivered> files, PartSink sink) throws IOException;

    /**
     * Inspects one dataset as the correction says it is to be read.
     *
     * @param habits what is likely where the files do not say their CRS
     */
    Inspection inspect(DatasetFiles files, Correction correction, CrsHabits habits) throws IOException;

    /**
     * Writes what has to differ from the delivery for a registry to take it: repaired parts, or the data in another
     * format. The parts written are complete by themselves: registries get them in place of the delivered ones, under
     * the base name of {@code files}; text in another format is in UTF-8. Never called when the inspection has a blocking problem. What is changed or left
     * out was said by the inspection already.
     *
     * @param files as delivered
     * @param inspection of the same files, read as the correction says
     * @return empty when the files are fit as delivered, and nothing was written
     */
    List<Part> prepare(DatasetFiles files, Inspection inspection, Correction correction, PartSink sink)
            throws IOException;

    /**
     * Draws the dataset, at most {@code pixels} wide and high.
     *
     * @param files to be published: those prepared or, where nothing had to be, those delivered
     * @param inspection of the files as delivered
     * @return false when there is nothing to draw, and nothing was written
     */
    boolean thumbnail(DatasetFiles files, Inspection inspection, int pixels, OutputStream png) throws IOException;

    /**
     * Writes a GeoJSON feature collection (RFC 7946: EPSG:4326, longitude first); a raster is its footprint. The
     * inspection must have a CRS.
     *
     * @param files to be published, as for the thumbnail
     * @param limit at most so many features, evenly sampled; {@link Long#MAX_VALUE} for all
     * @return features written
     */
    long geoJson(DatasetFiles files, Inspection inspection, long limit, OutputStream json) throws IOException;

    /** The CRS of that authority code, if it is one that data can be in. */
    Optional<CoordinateReferenceSystem> crs(String code);
}
