package org.batchuploader.core.feature;

import java.io.IOException;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Inspection;

/**
 * Reads vector data that is to be published, feature by feature. Thread-safe; memory does not depend on the number of
 * features. Deleted features are not among them.
 */
public interface FeatureReader {
    /**
     * Hands on every feature in the order of the file.
     *
     * @param files to be published: those prepared or, where nothing had to be, those delivered
     * @param inspection of the files as delivered; without a blocking problem
     * @return how many features were handed on since the last {@link FeatureSink#begin}
     * @throws IOException when our own disk fails, the files are not those that were inspected, or the sink throws it
     */
    long read(DatasetFiles files, Inspection inspection, FeatureSink sink) throws IOException;
}
