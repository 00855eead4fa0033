package org.batchuploader.ftp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.desk.Desk;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.drop.DropEntry;
import org.batchuploader.core.drop.DropFolder;
import org.batchuploader.core.drop.Place;
import org.batchuploader.core.name.DropPath;
import org.batchuploader.core.upload.HistoryEntry;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadState;

/**
 * {@code STATUS.txt} of a folder and {@code roads.STATUS.txt} beside the files of a delivery that needs its owner. They are
 * listed while there is something to be told, so that tools that keep folders alike see no file that nobody sent;
 * {@code STATUS.txt} can be read at any time.
 */
final class StatusFiles {
    /** How many deliveries are told of; the newest. */
    static final int TOLD = 50;

    static final String NAME = "STATUS.txt";
    private static final Set<UploadState> NEEDY = EnumSet.of(UploadState.NEEDS_CORRECTION, UploadState.FAILED);

    private final DropFolder folder;
    private final Desk desk;
    private final StatusTexts texts;

    StatusFiles(DropFolder folder, Desk desk, StatusTexts texts) {
        this.folder = folder;
        this.desk = desk;
        this.texts = texts;
    }

    /** Whether nobody but us has files of this name. */
    static boolean isReserved(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("status.txt") || lower.endsWith(".status.txt");
    }

    /** What is listed in a folder besides its entries. */
    List<StatusFile> in(String path, List<DropEntry> entries) {
        Place place = folder.place(path);
        Set<String> present = present(entries);
        Map<String, UploadDetails> needy = needy(place, present);
        List<StatusFile> files = new ArrayList<>();
        needy.forEach((name, details) -> files.add(file(path, place, name, details)));
        if (!needy.isEmpty() || told(place).stream().anyMatch(upload -> isTidied(upload, present))) {
            files.add(overview(path, place, entries));
        }
        return files;
    }

    Optional<StatusFile> find(String path) {
        String name = DropPath.nameOf(path);
        String parent = DropPath.folderOf(path);
        if (!isReserved(name) || folder.find(parent).filter(DropEntry::isFolder).isEmpty()) {
            return Optional.empty();
        }
        Place place = folder.place(parent);
        List<DropEntry> entries = folder.list(parent);
        return name.equals(NAME)
                ? Optional.of(overview(parent, place, entries))
                : Optional.ofNullable(needy(place, present(entries)).get(name))
                        .map(details -> file(parent, place, name, details));
    }

    private StatusFile overview(String path, Place place, List<DropEntry> entries) {
        List<Upload> uploads = told(place);
        Instant changed = uploads.stream()
                .map(Upload::lastArrival)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Map<Upload, Optional<UploadDetails>> details = new LinkedHashMap<>();
        uploads.forEach(upload -> details.put(
                upload, upload.state() == UploadState.PUBLISHED ? Optional.empty() : desk.find(upload.id())));
        Set<String> present = present(entries);
        String text = texts.overview(path, details, upload -> isTidied(upload, present), uploads.size() == TOLD);
        return new StatusFile(DropPath.join(path, NAME), place.owner(), text, changed);
    }

    private StatusFile file(String path, Place place, String name, UploadDetails details) {
        Instant changed = details.history().stream()
                .map(HistoryEntry::at)
                .max(Instant::compareTo)
                .orElse(details.upload().lastArrival());
        return new StatusFile(DropPath.join(path, name), place.owner(), texts.of(path, details), changed);
    }

    /** By the names of their files; of several with one name, the newest. What was delivered anew needs nobody. */
    private Map<String, UploadDetails> needy(Place place, Set<String> present) {
        Map<String, UploadDetails> needy = new LinkedHashMap<>();
        desk.inFolder(place.owner(), place.path(), NEEDY, TOLD).stream()
                .filter(upload ->
                        !isOurs(upload) || present.contains(upload.id().value()))
                .forEach(upload -> desk.find(upload.id())
                        .ifPresent(details ->
                                needy.putIfAbsent(PartName.of(upload.title()).base() + "." + NAME, details)));
        return needy;
    }

    /** The newest of each bundle. */
    private List<Upload> told(Place place) {
        Set<UploadState> states = EnumSet.complementOf(EnumSet.of(UploadState.CANCELLED));
        Set<String> bundles = new HashSet<>();
        return desk.inFolder(place.owner(), place.path(), states, TOLD).stream()
                .filter(upload -> upload.base().isEmpty() || bundles.add(upload.base()))
                .toList();
    }

    /** Whoever deletes the main file takes the delivery down; so one that is published and has no file was tidied. */
    private static boolean isTidied(Upload upload, Set<String> present) {
        return isOurs(upload)
                && upload.state() == UploadState.PUBLISHED
                && !present.contains(upload.id().value());
    }

    private static boolean isOurs(Upload upload) {
        return upload.source().equals(FtpSource.NAME);
    }

    private static Set<String> present(List<DropEntry> entries) {
        return entries.stream()
                .map(DropEntry::upload)
                .filter(Objects::nonNull)
                .map(id -> id.value())
                .collect(Collectors.toSet());
    }
}
