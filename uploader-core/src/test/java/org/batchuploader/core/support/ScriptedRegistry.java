package org.batchuploader.core.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Portal;
import org.batchuploader.core.publish.Publication;

/** A registry of any kind that keeps its layers in memory and misbehaves as told. */
public final class ScriptedRegistry implements LayerCatalog, Portal, MetadataRegistry {
    /** What is there, by layer name: the size of the data published. */
    public final Map<String, String> content = new ConcurrentHashMap<>();

    /** The words of the files of the last put: of those to publish, of those delivered. */
    public volatile List<String> words = List.of();

    /** Every call, in order. */
    public final List<String> calls = new CopyOnWriteArrayList<>();

    /** What puts remark from now on. */
    public volatile List<Problem> remarks = List.of();

    private final String kind;
    private final Deque<Runnable> before = new ArrayDeque<>();
    private final Deque<Runnable> after = new ArrayDeque<>();
    private final Deque<Runnable> removing = new ArrayDeque<>();

    public ScriptedRegistry(String kind) {
        this.kind = kind;
    }

    /** What the next put does before its effect. */
    public synchronized ScriptedRegistry first(Runnable trouble) {
        before.add(trouble);
        return this;
    }

    /** What the next put does after its effect, as when the answer is lost. */
    public synchronized ScriptedRegistry then(Runnable trouble) {
        after.add(trouble);
        return this;
    }

    /** What the next removal does before its effect. */
    public synchronized ScriptedRegistry removing(Runnable trouble) {
        removing.add(trouble);
        return this;
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
        calls.add("put " + publication.name());
        run(before);
        content.put(
                publication.name(),
                publication.files().files().get(0).path().getFileName().toString());
        words = List.of(word(publication.files()), word(publication.delivered()));
        run(after);
        return new Placement(publication.name(), List.of(new Link(kind, "/" + kind + "/" + publication.name(), kind)))
                .withRemarks(remarks);
    }

    @Override
    public void remove(Placement placement) {
        calls.add("remove " + placement.ref());
        run(removing);
        content.remove(placement.ref());
    }

    private static String word(DatasetFiles files) {
        try {
            return Files.readString(files.files().get(0).path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Deque<Runnable> script) {
        Runnable next;
        synchronized (this) {
            next = script.poll();
        }
        if (next != null) {
            next.run();
        }
    }
}
