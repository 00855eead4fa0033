package org.batchuploader.geotools.raster;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

    /** The first image and its overviews of the same shape that are still large enough, the smallest first. */
    List<TiffImage> drawn(int pixels) {
        TiffImage first = first();
        double shape = (double) first.width() / first.height();
        return Stream.concat(
                        all.stream()
                                .skip(1)
                                .filter(TiffImage::isOverview)
                                .filter(i -> i.bandCount() == first.bandCount())
                                .filter(i -> Math.abs((double) i.width() / i.height() - shape) < 0.05)
                                .filter(i -> Math.max(i.width(), i.height()) >= pixels),
                        Stream.of(first))
                .sorted(Comparator.comparingInt(TiffImage::width))
                .toList();
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
