package org.batchuploader.testkit.builtin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.PartSink;
import org.batchuploader.core.inspect.SourceFile;

/** Writes the points of a sample's {@code .shp} as GeoJSON, a line each; one footprint for anything else. */
final class CountingInspector implements DatasetInspector {
    private static final int HEADER = 100;
    private static final int RECORD = 28;

    @Override
    public long geoJson(DatasetFiles files, Inspection inspection, long limit, OutputStream json) throws IOException {
        long features = 0;
        write(json, "{\"type\":\"FeatureCollection\",\"features\":[");
        Optional<SourceFile> shp = files.find("shp");
        if (shp.isPresent()) {
            ByteBuffer bytes =
                    ByteBuffer.wrap(Files.readAllBytes(shp.get().path())).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = HEADER; at < bytes.capacity() && features < limit; at += RECORD) {
                feature(json, features++, bytes.getDouble(at + 12), bytes.getDouble(at + 20));
            }
        } else {
            feature(json, features++, 7, 46);
        }
        write(json, "\n]}");
        return features;
    }

    private static void feature(OutputStream json, long number, double x, double y) throws IOException {
        write(
                json,
                (number == 0 ? "\n" : ",\n") + "{\"type\":\"Feature\",\"properties\":{},\"geometry\":"
                        + "{\"type\":\"Point\",\"coordinates\":[" + x + "," + y + "]}}");
    }

    private static void write(OutputStream json, String text) throws IOException {
        json.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Discovery discover(List<Delivered> files, PartSink sink) {
        throw new UnsupportedOperationException("a catalog only writes");
    }

    @Override
    public Inspection inspect(DatasetFiles files, Correction correction, CrsHabits habits) {
        throw new UnsupportedOperationException("a catalog only writes");
    }

    @Override
    public List<Part> prepare(DatasetFiles files, Inspection inspection, Correction correction, PartSink sink) {
        throw new UnsupportedOperationException("a catalog only writes");
    }

    @Override
    public boolean thumbnail(DatasetFiles files, Inspection inspection, int pixels, OutputStream png) {
        return false;
    }

    @Override
    public Optional<CoordinateReferenceSystem> crs(String code) {
        return Optional.empty();
    }
}
