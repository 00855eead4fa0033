package org.batchuploader.geotools.raster;

import java.io.IOException;
import org.batchuploader.geotools.DamagedFile;

/** The values of an entry that may have millions, of which some thousands are held at a time. */
final class TiffWindow {
    private static final int VALUES = 8192;

    private final TiffBytes bytes;
    private final TiffEntry entry;
    private TiffField held;
    private long first;

    TiffWindow(TiffBytes bytes, TiffEntry entry) throws IOException, DamagedFile {
        this.bytes = bytes;
        this.entry = entry;
        this.held = load(0);
    }

    long count() {
        return entry.count();
    }

    long at(long index) throws IOException, DamagedFile {
        if (index < first || index >= first + held.count()) {
            held = load(index);
            first = index;
        }
        return held.integer((int) (index - first));
    }

    private TiffField load(long from) throws IOException, DamagedFile {
        int count = (int) Math.min(VALUES, entry.count() - from);
        int width = TiffField.width(entry.type());
        return new TiffField(entry.type(), count, bytes.at(entry.offset() + from * width, count * width));
    }
}
