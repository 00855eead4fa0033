package org.batchuploader.geotools.raster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/**
 * A TIFF with other tags for where it lies: the file as it is, but for where its first directory is, and behind it a copy
 * of that directory with those tags. Pixels and overviews stay where they are.
 */
final class RetaggedTiff {
    private RetaggedTiff() {}

    static InputStream open(SourceFile tiff, GeoTags place) throws IOException, DamagedFile {
        try (FileChannel channel = FileChannel.open(tiff.path(), StandardOpenOption.READ)) {
            var bytes = TiffBytes.of(tiff, channel);
            boolean big = bytes.big();
            TiffTags tags = new TiffTags(bytes.order(), big);
            long next = copy(bytes, tags);
            place.addTo(tags);
            int padding = (int) (bytes.size() % 2);
            long position = bytes.size() + padding;
            if (!big && position + tags.length() > 0xFFFFFFFFL) {
                throw new DamagedFile(tiff.name() + " has no room for its place; write it as a BigTIFF.");
            }
            byte[] head = TiffTags.header(bytes.order(), big, position);
            InputStream body = Files.newInputStream(tiff.path());
            body.skipNBytes(head.length);
            return new SequenceInputStream(Collections.enumeration(List.of(
                    new ByteArrayInputStream(head),
                    body,
                    new ByteArrayInputStream(new byte[padding]),
                    new ByteArrayInputStream(tags.bytes(position, next)))));
        }
    }

    /** Takes over the first directory, entry by entry; answers where the next one is. */
    private static long copy(TiffBytes bytes, TiffTags tags) throws IOException, DamagedFile {
        boolean big = bytes.big();
        int width = TiffEntry.width(big);
        int count = big
                ? (int) bytes.at(bytes.first(), 8).getLong(0)
                : bytes.at(bytes.first(), 2).getShort(0) & 0xFFFF;
        long start = bytes.first() + (big ? 8 : 2);
        ByteBuffer entries = bytes.at(start, count * width);
        for (int at = 0; at < entries.limit(); at += width) {
            byte[] entry = new byte[width];
            entries.get(at, entry);
            tags.whole(entries.getShort(at) & 0xFFFF, entry);
        }
        ByteBuffer next = bytes.at(start + (long) count * width, big ? 8 : 4);
        return big ? next.getLong(0) : next.getInt(0) & 0xFFFFFFFFL;
    }
}
