package org.batchuploader.core.support;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.PartSink;

/** A {@link WordInspector} that is held, the first time, when it has seen everything and before it says so. */
public final class HeldInspector implements DatasetInspector {
    /** Where it is held. */
    public enum At {
        DISCOVERING,
        INSPECTING
    }

    private final WordInspector inspector = new WordInspector();
    private final At place;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch going = new CountDownLatch(1);

    public HeldInspector(At place) {
        this.place = place;
    }

    public void awaitBegun() throws InterruptedException {
        begun.await();
    }

    public void goOn() {
        going.countDown();
    }

    private void hold(At here) {
        if (here == place) {
            begun.countDown();
            try {
                going.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public Discovery discover(List<Delivered> files, PartSink sink) throws IOException {
        Discovery discovery = inspector.discover(files, sink);
        hold(At.DISCOVERING);
        return discovery;
    }

    @Override
    public Inspection inspect(DatasetFiles files, Correction correction, CrsHabits habits) throws IOException {
        Inspection inspection = inspector.inspect(files, correction, habits);
        hold(At.INSPECTING);
        return inspection;
    }

    @Override
    public List<Part> prepare(DatasetFiles files, Inspection inspection, Correction correction, PartSink sink)
            throws IOException {
        return inspector.prepare(files, inspection, correction, sink);
    }

    @Override
    public boolean thumbnail(DatasetFiles files, Inspection inspection, int pixels, OutputStream png)
            throws IOException {
        return inspector.thumbnail(files, inspection, pixels, png);
    }

    @Override
    public long geoJson(DatasetFiles files, Inspection inspection, long limit, OutputStream json) throws IOException {
        return inspector.geoJson(files, inspection, limit, json);
    }

    @Override
    public Optional<CoordinateReferenceSystem> crs(String text) {
        return inspector.crs(text);
    }
}
