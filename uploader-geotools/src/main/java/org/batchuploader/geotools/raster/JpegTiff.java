package org.batchuploader.geotools.raster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;
import org.batchuploader.core.inspect.SourceFile;

/**
 * A JPEG as the only strip of a GeoTIFF (Adobe's TIFF technical note 2): nothing is decoded and nothing lost, the bytes go
 * through as they are.
 */
final class JpegTiff {
    private JpegTiff() {}

    static InputStream open(SourceFile jpeg, JpegHeader header, GeoTags place) throws IOException {
        int head = 8;
        int directory = tags(header, place, 0).length();
        byte[] bytes = tags(header, place, head + directory).bytes(head, 0);
        return new SequenceInputStream(
                new SequenceInputStream(
                        new ByteArrayInputStream(TiffTags.header(ByteOrder.LITTLE_ENDIAN, false, head)),
                        new ByteArrayInputStream(bytes)),
                Files.newInputStream(jpeg.path()));
    }

    private static TiffTags tags(JpegHeader header, GeoTags place, long start) {
        int[] bits = new int[header.components()];
        Arrays.fill(bits, 8);
        var tags = new TiffTags(ByteOrder.LITTLE_ENDIAN, false)
                .numbers(TiffImage.WIDTH, header.width())
                .numbers(TiffImage.HEIGHT, header.height())
                .shorts(TiffImage.BITS, bits)
                .shorts(TiffImage.COMPRESSION, 7)
                .shorts(TiffImage.PHOTOMETRIC, header.components() == 1 ? 1 : header.ycc() ? 6 : 2)
                .numbers(TiffImage.STRIP_OFFSETS, start)
                .shorts(TiffImage.SAMPLES, header.components())
                .numbers(TiffImage.ROWS_PER_STRIP, header.height())
                .numbers(TiffImage.STRIP_LENGTHS, header.size())
                .shorts(TiffImage.PLANES, 1);
        if (header.ycc()) {
            tags.shorts(TiffImage.YCC_SUBSAMPLING, header.across(), header.down());
        }
        place.addTo(tags);
        return tags;
    }
}
