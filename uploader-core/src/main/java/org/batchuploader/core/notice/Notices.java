package org.batchuploader.core.notice;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.Severity;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Work;
import org.batchuploader.core.upload.Dataset;

/** Writes the notices of endings into the owner's inbox and queues their delivery where there is one, inside the ending's transaction. */
public final class Notices {
    private final InstantSource clock;
    private final Ids ids;
    private final NoticeStore store;
    private final TaskQueue tasks;
    private final boolean delivered;

    /** @param delivered whether there is any way to bring them besides the inbox */
    public Notices(InstantSource clock, Ids ids, NoticeStore store, TaskQueue tasks, boolean delivered) {
        this.clock = clock;
        this.ids = ids;
        this.store = store;
        this.tasks = tasks;
        this.delivered = delivered;
    }

    public void published(Dataset dataset, Layer layer) {
        String subject = dataset.name() + " is published";
        String text = layer.title() + " is now the layer " + layer.name() + "." + findings(dataset);
        tell(dataset, Notice.Kind.PUBLISHED, subject, text, layer.links());
    }

    public void needsCorrection(Dataset dataset) {
        String subject = dataset.name() + " needs your help";
        tell(dataset, Notice.Kind.NEEDS_CORRECTION, subject, reasons(dataset), List.of());
    }

    public void failed(Dataset dataset) {
        String subject = dataset.name() + " could not be published";
        tell(dataset, Notice.Kind.FAILED, subject, reasons(dataset), List.of());
    }

    private static String reasons(Dataset dataset) {
        return dataset.problems().stream()
                .filter(Problem::isBlocking)
                .map(p -> p.sentence() + " " + p.hint())
                .collect(Collectors.joining("\n"));
    }

    private static String findings(Dataset dataset) {
        return dataset.problems().stream()
                .map(p -> "\n" + p.sentence() + (p.severity() == Severity.WARNING ? " " + p.hint() : ""))
                .collect(Collectors.joining());
    }

    private void tell(Dataset dataset, Notice.Kind kind, String subject, String text, List<Link> links) {
        Notice notice = new Notice(
                ids.notice(),
                dataset.owner(),
                dataset.upload(),
                dataset.id(),
                kind,
                clock.instant(),
                subject,
                text,
                links,
                null);
        store.insert(notice);
        if (delivered) {
            tasks.enqueue(
                    new NewTask(new Work.DeliverNotice(notice.id()), dataset.owner(), "notice:" + dataset.upload()));
        }
    }
}
