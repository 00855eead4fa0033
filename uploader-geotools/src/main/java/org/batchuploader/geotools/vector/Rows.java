package org.batchuploader.geotools.vector;

import java.io.IOException;
import java.util.Map;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.geometry.Family;
import org.batchuploader.geotools.geometry.Shape;
import org.jspecify.annotations.Nullable;

/** Of the features of a file, those of one member, each with the one shape that belongs there. */
final class Rows implements FeatureSink {
    /** Takes the rows of a layer. */
    @FunctionalInterface
    interface Sink {
        void row(@Nullable Shape shape, Map<String, @Nullable Object> attributes) throws IOException, DamagedFile;
    }

    private final Member member;
    private final Sink sink;
    private @Nullable Family family;
    private long leftOut;
    private long dropped;

    Rows(Member member, Sink sink) {
        this.member = member;
        this.family = member.family();
        this.sink = sink;
    }

    @Override
    public void feature(Feature feature) throws IOException, DamagedFile {
        String layer = member.layer();
        if (layer != null && !layer.equals(feature.layer())) {
            return;
        }
        if (feature.shapes().isEmpty()) {
            if (member.family() == null) {
                sink.row(null, feature.attributes());
            } else {
                leftOut++;
            }
            dropped += feature.dropped();
            return;
        }
        if (family == null) {
            family = feature.shapes().get(0).family();
        }
        Shape shape = feature.shape(family);
        if (member.family() == null && (shape == null || feature.shapes().size() > 1)) {
            throw new DamagedFile(
                    ProblemCode.FORMAT_UNSUPPORTED, "It has points, lines or polygons together in one layer.");
        }
        if (shape != null) {
            dropped += feature.dropped();
            sink.row(shape, feature.attributes());
        }
    }

    /** Features without a geometry, which belong to none of several families. */
    long leftOut() {
        return leftOut;
    }

    /** Lines and rings of too few points. */
    long dropped() {
        return dropped;
    }
}
