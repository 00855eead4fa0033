package org.batchuploader.geotools.vector;

import java.io.IOException;
import org.batchuploader.geotools.DamagedFile;

/** Takes features one by one. */
@FunctionalInterface
public interface FeatureSink {
    void feature(Feature feature) throws IOException, DamagedFile;
}
