package org.batchuploader.core.upload;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.batchuploader.core.id.UploadId;

/**
 * One delivery by one owner. While {@code open}, more files of its bundle may arrive; afterwards its work is queued.
 *
 * @param source the way in: {@code ftp}, {@code http}, {@code java}, ...
 * @param folder the folder it was delivered to, {@code ""} for the top
 * @param base the bundle's base name in lower case, or {@code ""} for an upload of many bundles at once
 * @param open whether the bundle is still being assembled
 * @param lastArrival when the newest file arrived
 * @param state derived from the datasets by {@link UploadState#of}, kept here so that it can be searched
 */
public record Upload(
        UploadId id,
        String owner,
        String source,
        String folder,
        String base,
        boolean open,
        Instant received,
        Instant lastArrival,
        UploadState state,
        List<UploadFile> files) {
    public Upload {
        base = base.toLowerCase(Locale.ROOT);
        files = List.copyOf(files);
    }

    /** The file of that name, compared without case. */
    public Optional<UploadFile> file(String name) {
        return files.stream().filter(f -> f.name().equalsIgnoreCase(name)).findFirst();
    }

    /** A name for people: the first file's. */
    public String title() {
        return files.isEmpty() ? base : files.get(0).name();
    }

    /** This upload as if its files had been delivered there, under these names. */
    public Upload movedTo(String newFolder, String newBase, List<UploadFile> newFiles) {
        return new Upload(id, owner, source, newFolder, newBase, open, received, lastArrival, state, newFiles);
    }

    public Upload with(UploadState newState) {
        return new Upload(id, owner, source, folder, base, open, received, lastArrival, newState, files);
    }

    public Upload with(boolean nowOpen, Instant arrival, List<UploadFile> newFiles) {
        return new Upload(id, owner, source, folder, base, nowOpen, received, arrival, state, newFiles);
    }
}
