package org.batchuploader.geotools.raster;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small picture of a TIFF, from the smallest overview that is large enough and can be drawn within bounds. */
final class TiffPicture {
    private static final Logger LOG = LoggerFactory.getLogger(TiffPicture.class);

    private TiffPicture() {}

    static Optional<BufferedImage> draw(SourceFile file, int pixels) throws IOException, DamagedFile {
        TiffImages images = TiffReader.read(file);
        Optional<DrawableTiff> drawable = drawable(file, images, pixels);
        if (drawable.isEmpty()) {
            return Optional.empty();
        }
        int step = drawable.get().step();
        ImageReader reader = new TIFFImageReaderSpi().createReaderInstance();
        try (var in = TiffView.open(file, drawable.get())) {
            reader.setInput(in);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage read = reader.read(0, param);
            return Optional.of(
                    read.getColorModel() instanceof IndexColorModel
                            ? read
                            : Stretch.draw(
                                    read.getRaster(),
                                    Stretch.number(images.first().noData())));
        } catch (IIOException | EOFException e) {
            LOG.atInfo().setCause(e).log("the pixels of an image cannot be decoded");
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static Optional<DrawableTiff> drawable(SourceFile file, TiffImages images, int pixels)
            throws IOException, DamagedFile {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            var bytes = TiffBytes.of(file, channel);
            for (TiffImage image : images.drawn(pixels)) {
                Optional<DrawableTiff> drawable = DrawableTiff.of(image, new TiffBlocks(bytes).check(image), pixels);
                if (drawable.isPresent()) {
                    return drawable;
                }
            }
            return Optional.empty();
        }
    }
}
