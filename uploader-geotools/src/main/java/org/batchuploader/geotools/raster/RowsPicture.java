package org.batchuploader.geotools.raster;

import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.batchuploader.geotools.DamagedFile;

/** A small picture of rows of pixels: every so-many-th of every so-many-th. */
final class RowsPicture {
    private RowsPicture() {}

    static BufferedImage draw(PixelRows rows, int pixels) throws IOException, DamagedFile {
        PixelShape shape = rows.shape();
        int step = Math.max(1, (Math.max(shape.width(), shape.height()) + pixels - 1) / pixels);
        int width = (shape.width() + step - 1) / step;
        int height = (shape.height() + step - 1) / step;
        boolean palette = shape.palette().length > 0;
        int bands = palette ? 3 : shape.bands();
        WritableRaster small =
                Raster.createWritableRaster(new BandedSampleModel(DataBuffer.TYPE_DOUBLE, width, height, bands), null);
        byte[] row = new byte[shape.rowBytes()];
        ByteBuffer samples = ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN);
        double[] pixel = new double[bands];
        for (int y = 0; y < shape.height(); y++) {
            rows.next(row);
            for (int x = 0; y % step == 0 && x < width; x++) {
                for (int band = 0; band < bands; band++) {
                    pixel[band] = palette
                            ? shape.palette()[256 * band + (row[x * step] & 0xFF)] & 0xFFFF
                            : shape.kind().at(samples, x * step * bands + band);
                }
                small.setPixel(x, y / step, pixel);
            }
        }
        return Stretch.draw(small, Stretch.number(shape.noData()));
    }
}
