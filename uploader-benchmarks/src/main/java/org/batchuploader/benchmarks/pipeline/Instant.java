package org.batchuploader.benchmarks.pipeline;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.PartSink;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Portal;
import org.batchuploader.core.publish.Publication;

/** Everything a layer passes, without any work: each file is a dataset, each step is done at once. */
final class Instant implements DatasetInspector, LayerCatalog, Portal, MetadataRegistry {
    private static final CoordinateReferenceSystem WGS84 = new CoordinateReferenceSystem("EPSG:4326", "WGS 84");
    private static final Envelope BOX = new Envelope(7, 46, 8, 47);

    /** Steps done so far. */
    final AtomicLong steps = new AtomicLong();

    @Override
    public Discovery discover(List<Delivered> files, PartSink sink) {
        List<Discovery.Found> found = new ArrayList<>();
        for (Delivered file : files) {
            String base = PartName.of(file.part().name()).base();
            found.add(new Discovery.Found(base, base, List.of(file.part()), List.of()));
        }
        return new Discovery(found, List.of());
    }

    @Override
    public Inspection inspect(DatasetFiles files, Correction correction, CrsHabits habits) {
        var vector = new VectorDescription("Point", 1, List.of(), null, List.of());
        return new Inspection(Format.SHAPEFILE, vector, null, BOX, BOX, WGS84, List.of());
    }

    @Override
    public List<Part> prepare(DatasetFiles files, Inspection inspection, Correction correction, PartSink sink) {
        return List.of();
    }

    @Override
    public boolean thumbnail(DatasetFiles files, Inspection inspection, int pixels, OutputStream png) {
        return false;
    }

    @Override
    public long geoJson(DatasetFiles files, Inspection inspection, long limit, OutputStream json) {
        return 0;
    }

    @Override
    public Optional<CoordinateReferenceSystem> crs(String code) {
        return Optional.of(WGS84);
    }

    @Override
    public Placement plan(Publication publication) {
        return new Placement(publication.name(), List.of());
    }

    @Override
    public Placement publish(Publication publication) {
        return put(publication);
    }

    @Override
    public Placement register(Publication publication) {
        return put(publication);
    }

    @Override
    public Placement put(Publication publication) {
        steps.incrementAndGet();
        return plan(publication);
    }

    @Override
    public void remove(Placement placement) {
        steps.incrementAndGet();
    }
}
