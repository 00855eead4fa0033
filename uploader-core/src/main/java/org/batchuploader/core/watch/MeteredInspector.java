package org.batchuploader.core.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.FirstLook;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.PartSink;

/** An inspector as the workers see it: what it does is timed. */
public record MeteredInspector(DatasetInspector inspector, Meter meter) implements DatasetInspector {
    @Override
    public FirstLook look(String fileName) {
        return inspector.look(fileName);
    }

    @Override
    public Discovery discover(List<Delivered> files, PartSink sink) throws IOException {
        return meter.stage(Stage.DISCOVER, () -> inspector.discover(files, sink));
    }

    @Override
    public Inspection inspect(DatasetFiles files, Correction correction, CrsHabits habits) throws IOException {
        return meter.stage(Stage.INSPECT, () -> inspector.inspect(files, correction, habits));
    }

    @Override
    public List<Part> prepare(DatasetFiles files, Inspection inspection, Correction correction, PartSink sink)
            throws IOException {
        return meter.stage(Stage.PREPARE, () -> inspector.prepare(files, inspection, correction, sink));
    }

    @Override
    public boolean thumbnail(DatasetFiles files, Inspection inspection, int pixels, OutputStream png)
            throws IOException {
        return meter.stage(Stage.THUMBNAIL, () -> inspector.thumbnail(files, inspection, pixels, png));
    }

    @Override
    public long geoJson(DatasetFiles files, Inspection inspection, long limit, OutputStream json) throws IOException {
        return meter.stage(Stage.PREVIEW, () -> inspector.geoJson(files, inspection, limit, json));
    }

    @Override
    public Optional<CoordinateReferenceSystem> crs(String code) {
        return inspector.crs(code);
    }
}
