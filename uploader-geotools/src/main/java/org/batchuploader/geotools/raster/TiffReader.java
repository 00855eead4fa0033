package org.batchuploader.geotools.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/**
 * Reads and checks every directory of a TIFF or BigTIFF: the image, its overviews and masks, those in sub-directories too.
 * No pixel is decoded, and of the places of the blocks only a window is held.
 */
final class TiffReader {
    private static final int MAX_DIRECTORIES = 1000;
    private static final int MAX_FIELDS = 4096;
    private static final long MAX_VALUES = 1L << 48;
    private static final int MAX_LOADED = 1 << 17;
    private static final int MAX_LOADED_OF_OTHERS = 256;

    private final TiffBytes bytes;
    private final Deque<Long> ahead = new ArrayDeque<>();

    private TiffReader(TiffBytes bytes) {
        this.bytes = bytes;
    }

    static TiffImages read(SourceFile file) throws IOException, DamagedFile {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            var bytes = TiffBytes.of(file, channel);
            List<TiffImage> images = new TiffReader(bytes).directories();
            var blocks = new TiffBlocks(bytes);
            for (TiffImage image : images) {
                blocks.check(image.checked());
            }
            return new TiffImages(images);
        }
    }

    private List<TiffImage> directories() throws IOException, DamagedFile {
        var images = new ArrayList<TiffImage>();
        var seen = new HashSet<Long>();
        ahead.add(bytes.first());
        while (!ahead.isEmpty()) {
            long offset = ahead.remove();
            if (offset == 0) {
                continue;
            }
            if (!seen.add(offset) || seen.size() > MAX_DIRECTORIES) {
                throw new DamagedFile(
                        "The directories of %s lead in a circle, at byte %d.".formatted(bytes.name(), offset));
            }
            images.add(directory(offset, images.isEmpty()));
        }
        if (images.isEmpty()) {
            throw new DamagedFile(bytes.name() + " has no image directory.");
        }
        return images;
    }

    private TiffImage directory(long offset, boolean first) throws IOException, DamagedFile {
        boolean big = bytes.big();
        long count = big ? bytes.at(offset, 8).getLong(0) : bytes.at(offset, 2).getShort(0) & 0xFFFF;
        if (count < 1 || count > MAX_FIELDS) {
            throw new DamagedFile(
                    "The directory of %s at byte %d claims %d fields.".formatted(bytes.name(), offset, count));
        }
        int width = TiffEntry.width(big);
        long start = offset + (big ? 8 : 2);
        ByteBuffer raw = bytes.at(start, (int) count * width);
        Map<Integer, TiffEntry> entries = new HashMap<>();
        for (int at = 0; at < raw.limit(); at += width) {
            int type = raw.getShort(at + 2) & 0xFFFF;
            long values = big ? raw.getLong(at + 4) : raw.getInt(at + 4) & 0xFFFFFFFFL;
            if (TiffField.width(type) > 0 && values > 0 && values < MAX_VALUES) {
                int place = at + (big ? 12 : 8);
                boolean inline = values * TiffField.width(type) <= (big ? 8 : 4);
                long where = inline ? start + place : big ? raw.getLong(place) : raw.getInt(place) & 0xFFFFFFFFL;
                entries.putIfAbsent(raw.getShort(at) & 0xFFFF, new TiffEntry(type, values, where, start + at));
            }
        }
        ByteBuffer next = bytes.at(start + count * width, big ? 8 : 4);
        ahead.add(big ? next.getLong(0) : next.getInt(0) & 0xFFFFFFFFL);
        Map<Integer, TiffField> fields = new HashMap<>();
        for (int tag : TiffImage.TAGS) {
            TiffEntry entry = entries.get(tag);
            if (entry != null && entry.bytes() <= (first ? MAX_LOADED : MAX_LOADED_OF_OTHERS)) {
                fields.put(tag, load(entry));
            }
        }
        TiffField below = fields.get(TiffImage.SUB_DIRECTORIES);
        for (int i = 0; below != null && i < Math.min(below.count(), MAX_DIRECTORIES); i++) {
            ahead.add(below.integer(i));
        }
        return new TiffImage(bytes.name(), bytes.size(), fields, entries);
    }

    private TiffField load(TiffEntry entry) throws IOException, DamagedFile {
        return new TiffField(entry.type(), (int) entry.count(), bytes.at(entry.offset(), (int) entry.bytes()));
    }
}
