package org.batchuploader.app.api;

import java.util.List;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.upload.HistoryEntry;
import org.batchuploader.core.upload.Page;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadState;
import org.jspecify.annotations.Nullable;

/**
 * An upload; in lists without datasets and history.
 *
 * @param position tasks before its own in the queue, absent when none of its own waits
 * @param stuckRemovals of its layers, given up; only for administrators, absent when there are none
 */
public record UploadJson(
        String id,
        String href,
        String title,
        String owner,
        String source,
        String folder,
        String received,
        UploadState state,
        boolean open,
        List<File> files,
        @Nullable Long position,
        @Nullable List<DatasetJson> datasets,
        @Nullable List<RemovalJson> stuckRemovals,
        @Nullable List<Change> history) {
    /** One received file; {@code size} in bytes. */
    public record File(String name, long size, String received) {}

    /** One change of state; {@code trace} only for administrators. */
    public record Change(
            String at,
            @Nullable String dataset,
            String state,
            @Nullable String step,
            int attempt,
            String reason,
            @Nullable String trace) {
        static Change of(HistoryEntry entry, boolean administrator) {
            var dataset = entry.dataset();
            var step = entry.step();
            return new Change(
                    entry.at().toString(),
                    dataset == null ? null : dataset.value(),
                    entry.state().name(),
                    step == null ? null : step.name(),
                    entry.attempt(),
                    entry.reason(),
                    administrator ? entry.trace() : null);
        }
    }

    /** A page of uploads; {@code next} is the cursor of the one after, absent on the last. */
    public record Listing(List<UploadJson> uploads, @Nullable String next) {
        public static Listing of(Page<Upload> page) {
            return new Listing(
                    page.items().stream()
                            .map(u -> UploadJson.of(u, null, null, null, null))
                            .toList(),
                    page.next());
        }
    }

    /** The address of an upload in the API. */
    public static String href(String id) {
        return "/api/v1/uploads/" + id;
    }

    /** @param administrator whether stack traces are shown */
    public static UploadJson of(UploadDetails details, boolean administrator) {
        return of(
                details.upload(),
                details.position() < 0 ? null : details.position(),
                details.datasets().stream()
                        .map(d -> DatasetJson.of(d, details.layers()))
                        .toList(),
                details.stuck().isEmpty()
                        ? null
                        : details.stuck().stream().map(RemovalJson::of).toList(),
                details.history().stream().map(h -> Change.of(h, administrator)).toList());
    }

    private static UploadJson of(
            Upload upload,
            @Nullable Long position,
            @Nullable List<DatasetJson> datasets,
            @Nullable List<RemovalJson> stuckRemovals,
            @Nullable List<Change> history) {
        return new UploadJson(
                upload.id().value(),
                href(upload.id().value()),
                upload.title(),
                upload.owner(),
                upload.source(),
                upload.folder(),
                upload.received().toString(),
                upload.state(),
                upload.open(),
                upload.files().stream()
                        .map(f -> new File(f.name(), f.size(), f.received().toString()))
                        .toList(),
                position,
                datasets,
                stuckRemovals,
                history);
    }
}
