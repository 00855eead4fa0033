package org.batchuploader.geotools.raster;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.RasterDescription;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small picture of an image: every so-many-th pixel, values stretched to what a screen shows, no-data transparent. */
public final class RasterPicture {
    private static final Logger LOG = LoggerFactory.getLogger(RasterPicture.class);
    private static final long MAX_BLOCK = 64L << 20;
    private static final long MAX_PIXELS = 400_000_000;

    private RasterPicture() {}

    /** Draws at most so many pixels wide and high; nothing when it cannot be done within bounds, or not without native code. */
    public static Optional<BufferedImage> draw(DatasetFiles files, Inspection inspection, int pixels)
            throws IOException, DamagedFile {
        RasterFile raster = RasterFile.of(files).orElseThrow();
        RasterDescription description = inspection.raster();
        return switch (raster.format()) {
            case GEOTIFF -> tiff(raster.image(), pixels);
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

    private static Optional<BufferedImage> tiff(SourceFile file, int pixels) throws IOException, DamagedFile {
        TiffImage image = TiffReader.read(file).first();
        if (image.codec().reading() != TiffCodec.Reading.DRAWN
                || image.blockPixels() * image.pixelBytes() > MAX_BLOCK) {
            return Optional.empty();
        }
        ImageReader reader = new TIFFImageReaderSpi().createReaderInstance();
        try (var in = new FileImageInputStream(file.path().toFile())) {
            reader.setInput(in);
            int page = page(reader, pixels, image);
            long width = reader.getWidth(page);
            long height = reader.getHeight(page);
            if (width * height > MAX_PIXELS) {
                return Optional.empty();
            }
            int step = (int) Math.max(1, (Math.max(width, height) + pixels - 1) / pixels);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage read = reader.read(page, param);
            return Optional.of(
                    read.getColorModel() instanceof IndexColorModel
                            ? read
                            : Stretch.draw(
                                    read.getRaster(),
                                    Stretch.number(image.description().noData())));
        } catch (IIOException | EOFException e) {
            LOG.atInfo().setCause(e).log("the pixels of an image cannot be decoded");
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    /** The smallest overview that is still large enough. */
    private static int page(ImageReader reader, int pixels, TiffImage image) throws IOException {
        int best = 0;
        int pages = Math.min(32, reader.getNumImages(true));
        for (int i = 1; i < pages; i++) {
            boolean sameShape = Math.abs(
                            (double) reader.getWidth(i) / reader.getHeight(i) - (double) image.width() / image.height())
                    < 0.05;
            boolean smaller = reader.getWidth(i) < reader.getWidth(best);
            if (sameShape && smaller && Math.max(reader.getWidth(i), reader.getHeight(i)) >= pixels) {
                best = i;
            }
        }
        return best;
    }
}
