package org.batchuploader.benchmarks.damage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batchuploader.benchmarks.inspect.OgrInfo;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ogrinfo} reads of a shapefile.
 *
 * @param count of features, absent when it did not open the file
 * @param extent as printed
 * @param features all of them, as printed
 * @param complaints lines of warnings and errors
 */
record OgrFeatures(@Nullable String count, @Nullable String extent, String features, long complaints) {
    private static final Pattern COUNT = Pattern.compile("Feature Count: (\\d+)");
    private static final Pattern EXTENT = Pattern.compile("Extent: (.*)");

    static OgrFeatures of(Path shp) throws IOException {
        String text = OgrInfo.all(shp).output();
        int begin = text.indexOf("OGRFeature(");
        return new OgrFeatures(
                find(COUNT, text),
                find(EXTENT, text),
                begin < 0 ? "" : text.substring(begin),
                text.lines()
                        .filter(line -> line.startsWith("Warning") || line.startsWith("ERROR"))
                        .count());
    }

    private static @Nullable String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    boolean isLike(OgrFeatures other) {
        return count != null && count.equals(other.count) && Objects.equals(extent, other.extent);
    }

    /** In a few words, beside the sound file. */
    String tell(OgrFeatures sound) {
        String seen = count == null
                ? "does not open"
                : features.equals(sound.features)
                        ? "every feature as in the original"
                        : isLike(sound)
                                ? "count and extent as in the original"
                                : "%s features in %s".formatted(count, extent);
        return complaints == 0 ? seen : "%s; %d complaints".formatted(seen, complaints);
    }
}
