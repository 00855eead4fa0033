package org.batchuploader.geotools.raster;

import java.util.List;

/**
 * The images of a TIFF, all of them checked.
 *
 * @param all at least one; the first is what the file is about
 */
record TiffImages(List<TiffImage> all) {
    TiffImages {
        all = List.copyOf(all);
    }

    TiffImage first() {
        return all.get(0);
    }

    /** Smaller copies of the first image. */
    int overviews() {
        return (int) all.stream().skip(1).filter(TiffImage::isOverview).count();
    }

    /** Further images that are neither overviews nor masks, which no one sees. */
    int furtherPages() {
        return (int) all.stream().skip(1).filter(TiffImage::isPage).count();
    }
}
