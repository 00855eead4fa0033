package org.batchuploader.geotools.raster;

import java.io.IOException;
import org.batchuploader.geotools.DamagedFile;

/**
 * One entry of a TIFF directory: where its values are.
 *
 * @param type number of the type after TIFF 6.0 and BigTIFF
 * @param offset of the first value in the file
 * @param position of the entry itself in the file
 */
record TiffEntry(int type, long count, long offset, long position) {
    /** Bytes of an entry. */
    static int width(boolean big) {
        return big ? 20 : 12;
    }

    /** The entry as it stands in the file. */
    byte[] raw(TiffBytes bytes) throws IOException, DamagedFile {
        byte[] raw = new byte[width(bytes.big())];
        bytes.at(position, raw.length).get(0, raw);
        return raw;
    }

    long bytes() {
        return count * TiffField.width(type);
    }
}
