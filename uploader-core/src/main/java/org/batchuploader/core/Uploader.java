package org.batchuploader.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.batchuploader.core.desk.Desk;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.intake.NamedFile;
import org.batchuploader.core.intake.Receipt;
import org.batchuploader.core.name.FileName;
import org.batchuploader.core.pipeline.Gate;
import org.batchuploader.core.source.Reception;
import org.batchuploader.core.staging.StagedWrite;
import org.batchuploader.core.upload.StateChange;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.watch.QueueWatch;

/**
 * The whole uploader in a Java program:
 *
 * <pre>{@code
 * try (Uploader uploader = Uploader.builder(dataFolder, new GeoToolsInspector()).build()) {
 *     Owner anna = Owner.named("anna");
 *     UploadId id = uploader.receive(anna, "roads.zip", stream).upload();
 *     UploadDetails end = uploader.awaitEnding(id, Duration.ofMinutes(1));
 * }
 * }</pre>
 *
 * <p>Two of them in one program do not meet, as long as they have different data folders. Thread-safe.
 */
public final class Uploader implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Assembly assembly;

    Uploader(Assembly assembly) {
        this.assembly = assembly;
    }

    /**
     * An uploader that keeps its bytes and its built-in layer folders below {@code data}, and everything else in memory
     * until it is told otherwise.
     */
    public static UploaderBuilder builder(Path data, DatasetInspector inspector) {
        return new UploaderBuilder(data, inspector);
    }

    /**
     * Takes one file as an upload of its own. When this returns, all of it is durable and queued.
     *
     * @param fileName any name that {@link FileName} takes
     * @throws org.batchuploader.core.name.InvalidName with the reason
     */
    public Receipt receive(Owner owner, String fileName, InputStream content) throws IOException {
        String name = FileName.canonical(fileName);
        try (StagedWrite write = assembly.staging().begin()) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                write.write(ByteBuffer.wrap(buffer, 0, read));
            }
            NamedFile file = new NamedFile(name, write.seal());
            return assembly.reception().intake().deliver(owner.name(), "java", List.of(file));
        }
    }

    /** What a way in works with. */
    public Reception reception() {
        return assembly.reception();
    }

    /** What this owner may see and do. */
    public Desk desk(Owner owner) {
        return new Desk(owner, assembly.desk());
    }

    /** How the gates before the remote systems stand; the built-in ones have none. */
    public List<Gate.Status> gates() {
        return assembly.gates();
    }

    /** The queue as it is, or was a little while ago. */
    public QueueWatch.Seen queue() {
        return assembly.watch().look();
    }

    /** Calls the listener after every committed change of state until closed; it must be quick. */
    public AutoCloseable onChange(Consumer<StateChange> listener) {
        assembly.journal().add(listener);
        return () -> assembly.journal().remove(listener);
    }

    /**
     * Waits until nothing more happens to the upload without its owner.
     *
     * @return the upload as it is then, or when the time was over
     * @throws IllegalArgumentException when there is no such upload
     */
    public UploadDetails awaitEnding(UploadId id, Duration limit) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Consumer<StateChange> listener = change -> {
            if (change.upload().equals(id) && change.state().isEnding()) {
                ended.countDown();
            }
        };
        assembly.journal().add(listener);
        try {
            if (!details(id).upload().state().isEnding()) {
                ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            assembly.journal().remove(listener);
        }
        return details(id);
    }

    /** Accepts no more work, finishes or hands back what runs, and stops every thread. Idempotent. */
    @Override
    public void close() {
        assembly.close();
    }

    private UploadDetails details(UploadId id) {
        Owner anybody = new Owner("awaiting", true, null);
        return desk(anybody).find(id).orElseThrow(() -> new IllegalArgumentException("there is no upload " + id));
    }
}
