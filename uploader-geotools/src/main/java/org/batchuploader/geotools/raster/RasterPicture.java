package org.batchuploader.geotools.raster;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.RasterDescription;
import org.batchuploader.geotools.DamagedFile;

/** A small picture of an image: every so-many-th pixel, values stretched to what a screen shows, no-data transparent. */
public final class RasterPicture {
    private RasterPicture() {}

    /** Draws at most so many pixels wide and high; nothing when it cannot be done within bounds, or not without native code. */
    public static Optional<BufferedImage> draw(DatasetFiles files, Inspection inspection, int pixels)
            throws IOException, DamagedFile {
        RasterFile raster = RasterFile.of(files).orElseThrow();
        RasterDescription description = inspection.raster();
        return switch (raster.format()) {
            case GEOTIFF -> TiffPicture.draw(raster.image(), pixels);
            case ARC_GRID, PNG -> {
                if (description == null) {
                    yield Optional.empty();
                }
                try (PixelRows rows = RasterPreparation.rows(raster, description)) {
                    yield Optional.of(RowsPicture.draw(rows, pixels));
                }
            }
            default -> Optional.empty();
        };
    }
}
