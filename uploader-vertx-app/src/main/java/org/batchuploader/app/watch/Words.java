package org.batchuploader.app.watch;

import org.batchuploader.core.task.Work;

/** The kinds of work as metrics and traces call them. */
final class Words {
    private Words() {}

    static String of(Work work) {
        if (work instanceof Work.OpenUpload) {
            return "open";
        }
        if (work instanceof Work.PublishDataset) {
            return "publish";
        }
        return work instanceof Work.RemoveLayer ? "remove" : "notify";
    }
}
