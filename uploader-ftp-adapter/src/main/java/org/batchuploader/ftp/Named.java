package org.batchuploader.ftp;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.drop.DropEntry;
import org.batchuploader.core.drop.Place;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.name.DropPath;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.UploadState;

/**
 * What somebody means by a name in a {@code SITE} command.
 *
 * @param name as it was given, without its folder
 * @param upload the delivery meant, or the one that the dataset meant is part of
 * @param datasets those meant
 */
record Named(String name, UploadDetails upload, List<Dataset> datasets) {
    private static final int SEARCHED = 500;

    /**
     * A file, its name without an ending, a dataset inside an archive, or the number of an upload; of several, the newest.
     *
     * @param given relative to where the session is, or absolute
     */
    static Optional<Named> of(FolderView view, String given) {
        String path = view.resolve(given);
        String name = DropPath.nameOf(path);
        String parent = DropPath.folderOf(path);
        return byFile(view, parent, name)
                .or(() -> byNumber(view, name))
                .map(upload -> new Named(name, upload, upload.datasets()))
                .or(() -> byContent(view, parent, name));
    }

    /** Whether it is but a part of what was delivered. */
    boolean isPart() {
        return datasets.size() < upload.datasets().size();
    }

    private static Optional<UploadDetails> byFile(FolderView view, String parent, String name) {
        if (view.folder().find(parent).filter(DropEntry::isFolder).isEmpty()) {
            return Optional.empty();
        }
        return view.folder().list(parent).stream()
                .filter(e -> e.upload() != null && matches(e.name(), name))
                .sorted(Comparator.comparing((DropEntry e) -> !e.name().equalsIgnoreCase(name))
                        .thenComparing(e -> !PartName.of(e.name()).isPrimary())
                        .thenComparing(DropEntry::modified, Comparator.reverseOrder()))
                .map(DropEntry::upload)
                .filter(Objects::nonNull)
                .flatMap(id -> view.desk().find(id).stream())
                .findFirst();
    }

    private static Optional<UploadDetails> byNumber(FolderView view, String name) {
        try {
            return view.desk().find(new UploadId(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Named> byContent(FolderView view, String parent, String name) {
        Place place = view.folder().place(parent);
        Set<UploadState> states = EnumSet.complementOf(EnumSet.of(UploadState.CANCELLED));
        return view.desk().inFolder(place.owner(), place.path(), states, SEARCHED).stream()
                .flatMap(upload -> view.desk().find(upload.id()).stream())
                .flatMap(upload -> in(upload, name))
                .findFirst();
    }

    private static Stream<Named> in(UploadDetails upload, String name) {
        if (upload.upload().files().stream().anyMatch(f -> matches(f.name(), name))) {
            return Stream.of(new Named(name, upload, upload.datasets()));
        }
        List<Dataset> datasets = upload.datasets().stream()
                .filter(d -> d.name().equalsIgnoreCase(name))
                .toList();
        return datasets.isEmpty() ? Stream.empty() : Stream.of(new Named(name, upload, datasets));
    }

    private static boolean matches(String fileName, String name) {
        return fileName.equalsIgnoreCase(name) || PartName.of(fileName).base().equalsIgnoreCase(name);
    }
}
