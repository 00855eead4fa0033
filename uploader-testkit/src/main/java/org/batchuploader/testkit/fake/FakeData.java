package org.batchuploader.testkit.fake;

import java.util.Map;
import java.util.TreeMap;
import org.batchuploader.core.inspect.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * What a fake learns of data that it was given; the data themselves are not kept.
 *
 * @param count features; 1 for a raster
 * @param extent in the data's own coordinates, absent when there is none
 * @param geometry {@code point}, {@code line}, {@code polygon} or {@code raster}
 * @param prj the text of the {@code .prj}, absent without one
 * @param damaged whether reading it to its end fails
 * @param files SHA-256 of each by name
 */
record FakeData(
        long count,
        @Nullable Envelope extent,
        String geometry,
        @Nullable String prj,
        boolean damaged,
        Map<String, String> files) {
    FakeData {
        files = new TreeMap<>(files);
    }

    /** The same data with something wrong in the middle of them. */
    FakeData withDamage() {
        return new FakeData(count, extent, geometry, prj, true, files);
    }
}
