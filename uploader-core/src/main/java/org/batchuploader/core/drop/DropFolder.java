package org.batchuploader.core.drop;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.fault.FaultPoint;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.intake.Arrival;
import org.batchuploader.core.intake.NamedFile;
import org.batchuploader.core.intake.Receipt;
import org.batchuploader.core.name.DropPath;
import org.batchuploader.core.staging.StagedFile;
import org.batchuploader.core.staging.StagedWrite;
import org.batchuploader.core.user.Owner;

/**
 * One session's view of an owner's folder: files and folders by canonical path (see {@link DropPath#resolve}). What
 * cannot be done throws {@link DropRefused} with a sentence for the visitor. A session belongs to one thread at a time.
 */
public final class DropFolder implements AutoCloseable {
    private final DropFolders.Desk desk;
    private final Owner visitor;
    private final String source;
    private final Set<UploadId> touched = new LinkedHashSet<>();

    DropFolder(DropFolders.Desk desk, Owner visitor, String source) {
        this.desk = desk;
        this.visitor = visitor;
        this.source = source;
    }

    /** Whose folder that path leads to, and where in it. */
    public Place place(String path) {
        return Place.of(visitor, path);
    }

    /** The entry at the path; of a file that is not complete, the size that is there now. */
    public Optional<DropEntry> find(String path) {
        Place place = Place.of(visitor, path);
        if (place.isTop() || isIncoming(path)) {
            return Optional.of(folder(place.owner(), path, Instant.EPOCH));
        }
        return desk.store().find(place.owner(), place.path()).map(this::sized);
    }

    /** What is directly in the folder, by name. */
    public List<DropEntry> list(String path) {
        requireFolder(path);
        if (isIncoming(path)) {
            return desk.store().owners().stream()
                    .map(owner -> folder(owner, owner, Instant.EPOCH))
                    .toList();
        }
        Place place = Place.of(visitor, path);
        List<DropEntry> entries = new ArrayList<>(desk.store().children(place.owner(), place.path()).stream()
                .map(this::sized)
                .toList());
        if (visitor.administrator() && path.isEmpty()) {
            entries.removeIf(e -> e.path().equals(Place.INCOMING));
            entries.add(folder(visitor.name(), Place.INCOMING, Instant.EPOCH));
        }
        return entries;
    }

    /** Reads a file's bytes from {@code offset} on. */
    public InputStream read(String path, long offset) throws IOException {
        return desk.staging().read(requireFile(path), offset);
    }

    /**
     * Begins to write a file. From offset 0 it is a new file; otherwise it goes on with what is there, which must have
     * at least so many bytes.
     */
    public Transfer write(String path, long offset) throws IOException {
        Place place = requireWritable(path);
        Optional<DropEntry> there = find(path);
        StagedWrite write = offset == 0
                ? desk.staging().begin()
                : goOn(
                        there.orElseThrow(() -> new DropRefused("There is no " + place.name() + " to go on with.")),
                        offset);
        return new Transfer(this, desk, place, write);
    }

    /** Begins to write behind the end of what is there, if anything. */
    public Transfer append(String path) throws IOException {
        return write(path, find(path).map(DropEntry::size).orElse(0L));
    }

    public void makeFolder(String path) {
        Place place = requireWritable(path);
        if (find(path).isPresent()) {
            throw new DropRefused(place.name() + " is there already.");
        }
        desk.store().put(folder(place.owner(), place.path(), desk.clock().instant()));
    }

    public void removeFolder(String path) {
        requireFolder(path);
        Place place = Place.of(visitor, path);
        if (place.isTop() || isIncoming(path)) {
            throw new DropRefused("This folder stays.");
        }
        if (!desk.store().children(place.owner(), place.path()).isEmpty()) {
            throw new DropRefused(place.name() + " is not empty.");
        }
        desk.store().remove(place.owner(), place.path());
    }

    /** Sets when a file was last changed, as its sender knows it. */
    public void modified(String path, Instant time) {
        requireFile(path);
        Place place = Place.of(visitor, path);
        desk.transactions().run(() -> {
            DropEntry entry = desk.store().find(place.owner(), place.path()).orElseThrow();
            desk.store()
                    .put(new DropEntry(
                            entry.owner(),
                            entry.path(),
                            entry.blob(),
                            entry.size(),
                            time,
                            entry.complete(),
                            entry.upload()));
        });
    }

    /** Deletes a file. While its bundle is open it leaves it; if it is the main file of an upload, that is taken down. */
    public void delete(String path) {
        requireFile(path);
        Place place = Place.of(visitor, path);
        desk.transactions().run(() -> {
            DropEntry entry = desk.store().find(place.owner(), place.path()).orElseThrow();
            desk.store().remove(place.owner(), place.path());
            UploadId upload = entry.upload();
            if (desk.assembler().isOpen(upload)) {
                desk.assembler().withdrawn(place.owner(), place.folder(), place.name());
            } else if (upload != null && PartName.of(place.name()).isPrimary()) {
                desk.mainFiles().deleted(upload);
            }
        });
    }

    /**
     * Renames a file or folder. A file whose bundle is still open changes over to the bundle of its new name; that is
     * how files sent under a temporary name come in. The main file of a delivery takes its layers with it.
     *
     * @return what comes next for a file that changed over
     */
    public Optional<Receipt> rename(String from, String to) {
        DropEntry entry = find(from).orElseThrow(() -> new DropRefused("There is no " + DropPath.nameOf(from) + "."));
        Place target = requireWritable(to);
        Place origin = Place.of(visitor, from);
        if (find(to).filter(e -> entry.isFolder() || e.isFolder()).isPresent()) {
            throw new DropRefused(target.name() + " is there already.");
        }
        if (entry.isFolder() && (to + "/").startsWith(from + "/")) {
            throw new DropRefused("A folder cannot be moved into itself.");
        }
        return desk.transactions()
                .call(() -> new Renaming(desk, source).move(origin, target))
                .map(this::touch);
    }

    /** The session is over; what it completed is opened at once. */
    @Override
    public void close() {
        desk.assembler().sessionEnded(List.copyOf(touched));
        touched.clear();
    }

    Receipt arrived(Place place, StagedFile file) {
        Receipt receipt = desk.transactions().call(() -> {
            Receipt r = desk.assembler()
                    .arrived(new Arrival(place.owner(), source, place.folder(), new NamedFile(place.name(), file)));
            desk.store()
                    .put(new DropEntry(
                            place.owner(),
                            place.path(),
                            file.blob(),
                            file.size(),
                            desk.clock().instant(),
                            true,
                            r.upload()));
            return r;
        });
        FaultPoint.UPLOAD_KEPT.pass();
        return touch(receipt);
    }

    private Receipt touch(Receipt receipt) {
        touched.add(receipt.upload());
        return receipt;
    }

    private StagedWrite goOn(DropEntry entry, long offset) throws IOException {
        BlobId blob = entry.blob();
        if (blob == null || entry.size() < offset) {
            throw new DropRefused(entry.name() + " has " + entry.size() + " bytes; cannot go on at " + offset + ".");
        }
        return entry.complete()
                ? Transfer.copy(desk.staging(), blob, offset)
                : desk.staging().resume(blob, offset);
    }

    private DropEntry sized(DropEntry entry) {
        BlobId blob = entry.blob();
        if (blob == null || entry.complete()) {
            return entry;
        }
        try {
            long size = desk.staging().size(blob);
            return new DropEntry(entry.owner(), entry.path(), blob, size, entry.modified(), false, entry.upload());
        } catch (IOException e) {
            return entry;
        }
    }

    private boolean isIncoming(String path) {
        return visitor.administrator() && path.equals(Place.INCOMING);
    }

    private BlobId requireFile(String path) {
        BlobId blob = find(path)
                .orElseThrow(() -> new DropRefused("There is no " + DropPath.nameOf(path) + "."))
                .blob();
        if (blob == null) {
            throw new DropRefused(DropPath.nameOf(path) + " is a folder.");
        }
        return blob;
    }

    private void requireFolder(String path) {
        if (find(path).filter(DropEntry::isFolder).isEmpty()) {
            throw new DropRefused("There is no folder " + DropPath.nameOf(path) + ".");
        }
    }

    private Place requireWritable(String path) {
        Place place = Place.of(visitor, path);
        if (place.isTop() || isIncoming(path)) {
            throw new DropRefused("This place is taken by the folder itself.");
        }
        requireFolder(DropPath.folderOf(path));
        return place;
    }

    private static DropEntry folder(String owner, String path, Instant modified) {
        return new DropEntry(owner, path, null, 0, modified, true, null);
    }
}
