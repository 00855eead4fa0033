package org.batchuploader.geotools.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/** The cells of an ASCII grid. */
final class ArcGridRows implements PixelRows {
    private final String name;
    private final AsciiNumbers words;
    private final PixelShape shape;
    private boolean more = true;

    ArcGridRows(SourceFile file, SampleKind kind) throws IOException, DamagedFile {
        this.name = file.name();
        this.words = new AsciiNumbers(file);
        try {
            this.shape = ArcGridHeader.begin(words, name).with(kind).shape();
        } catch (IOException | DamagedFile | RuntimeException e) {
            words.close();
            throw e;
        }
    }

    @Override
    public PixelShape shape() {
        return shape;
    }

    @Override
    public void next(byte[] row) throws IOException, DamagedFile {
        ByteBuffer out = ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN);
        for (int column = 0; column < shape.width(); column++) {
            if (!more) {
                throw new DamagedFile(name + " is cut off.");
            }
            double value = words.number();
            if (shape.kind() == SampleKind.INT32) {
                out.putInt((int) value);
            } else {
                out.putFloat((float) value);
            }
            more = words.next();
        }
    }

    @Override
    public void close() throws IOException {
        words.close();
    }
}
