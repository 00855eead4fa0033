package org.batchuploader.geotools.raster;

import java.io.Closeable;
import java.io.IOException;
import org.batchuploader.geotools.DamagedFile;

/** The pixels of an image, row by row from the top; only one row is in memory. */
interface PixelRows extends Closeable {
    PixelShape shape();

    /** Reads the next row into {@code row}, of {@link PixelShape#rowBytes} bytes: pixel by pixel, all bands of each. */
    void next(byte[] row) throws IOException, DamagedFile;
}
