package org.batchuploader.geotools.raster;

/**
 * One entry of a TIFF directory: where its values are.
 *
 * @param type number of the type after TIFF 6.0 and BigTIFF
 * @param offset of the first value in the file
 */
record TiffEntry(int type, long count, long offset) {
    long bytes() {
        return count * TiffField.width(type);
    }
}
