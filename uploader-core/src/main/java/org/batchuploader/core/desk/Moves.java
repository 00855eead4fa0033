package org.batchuploader.core.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.batchuploader.core.bundle.BundleKey;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.drop.MainFiles;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.name.DropPath;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadFile;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.upload.UploadStore;

/**
 * A delivered file that is deleted, renamed or moved takes its layers with it. What it is called is then their owner's
 * wish for a name, as in a correction; whatever is delivered to its new path replaces them.
 */
public final class Moves implements MainFiles {
    /** More deliveries of one file than wait for each other. */
    private static final int DELIVERIES = 1000;

    private final UploadStore uploads;
    private final LayerStore layers;
    private final Changes changes;

    public Moves(UploadStore uploads, LayerStore layers, Changes changes) {
        this.uploads = uploads;
        this.layers = layers;
        this.changes = changes;
    }

    /**
     * What its owner sees goes: this delivery, and those before it down to the one that is shown now. The newest first, or an
     * older one would come back.
     */
    @Override
    public void deleted(UploadId id) {
        uploads.find(id).ifPresent(upload -> {
            takeBack(id);
            if (upload.state() != UploadState.PUBLISHED) {
                takeBackBefore(upload);
            }
        });
    }

    private void takeBackBefore(Upload upload) {
        BundleKey key = new BundleKey(upload.owner(), upload.folder(), upload.base());
        List<Upload> others = uploads.ofBundle(key, DELIVERIES).stream()
                .filter(other -> !other.id().equals(upload.id()) && other.state() != UploadState.CANCELLED)
                .filter(other -> hasMainFileOf(upload, other))
                .toList();
        for (Upload other : others) {
            takeBack(other.id());
            if (other.state() == UploadState.PUBLISHED) {
                return;
            }
        }
    }

    private void takeBack(UploadId id) {
        uploads.lock(id).ifPresent(upload -> changes.cancel(upload, "its file was deleted"));
    }

    private static boolean hasMainFileOf(Upload upload, Upload other) {
        return other.files().stream()
                .map(UploadFile::name)
                .anyMatch(name ->
                        PartName.of(name).isPrimary() && upload.file(name).isPresent());
    }

    @Override
    public Optional<String> moved(UploadId id, String owner, String path) {
        return uploads.lock(id)
                .filter(upload -> upload.state() != UploadState.CANCELLED)
                .flatMap(upload -> moved(upload, owner, path));
    }

    private Optional<String> moved(Upload upload, String owner, String path) {
        List<Dataset> datasets = uploads.datasets(upload.id());
        if (datasets.stream().anyMatch(d -> !d.state().isEnding())) {
            return Optional.of(upload.title() + " is being worked on; rename it when that has ended.");
        }
        boolean published = datasets.stream().anyMatch(d -> d.layer() != null);
        boolean sameKind = upload.files().stream()
                .map(f -> PartName.of(f.name()))
                .anyMatch(p ->
                        p.isPrimary() && p.extension().equals(PartName.of(path).extension()));
        if (!sameKind || !owner.equals(upload.owner())) {
            return published
                    ? Optional.of(upload.title() + " is published; it keeps its owner and the ending of its name.")
                    : Optional.empty();
        }
        Move move = new Move(
                upload,
                DropPath.folderOf(path),
                PartName.of(DropPath.nameOf(path)).base());
        if (!move.isNone()) {
            uploads.update(move.upload());
            datasets.forEach(dataset -> move(dataset, move.dataset(dataset)));
        }
        return Optional.empty();
    }

    private void move(Dataset before, Dataset after) {
        Optional<Layer> own = Optional.ofNullable(before.layer())
                .flatMap(layers::find)
                .filter(layer -> layer.dataset().equals(before.id()) && layer.state() == Layer.State.PUBLISHED);
        if (own.isEmpty()) {
            uploads.put(after);
            return;
        }
        Optional<Layer> there = layers.ofOrigin(after.owner(), after.origin())
                .filter(l -> !l.id().equals(own.get().id()));
        if (there.isEmpty()) {
            layers.update(own.get().at(after.origin()));
        }
        if (there.isPresent() || !after.name().equals(before.name())) {
            String name = there.map(Layer::name).orElse(after.name());
            changes.rename(after, Correction.name(name, there.isPresent()), before.name());
        } else {
            uploads.put(after);
        }
    }

    /** A delivery at its new place: everything that bore its old base name bears the new one. */
    private record Move(Upload from, String folder, String base) {
        boolean isNone() {
            return folder.equals(from.folder())
                    && from.files().stream().map(UploadFile::name).allMatch(name -> name.equals(renamed(name)));
        }

        Upload upload() {
            List<UploadFile> files = from.files().stream()
                    .map(f -> new UploadFile(renamed(f.name()), f.blob(), f.size(), f.received(), f.sha256()))
                    .toList();
            return from.movedTo(folder, base, files);
        }

        Dataset dataset(Dataset dataset) {
            String old = DropPath.join(from.folder(), from.base()).toLowerCase(Locale.ROOT);
            if (!dataset.origin().startsWith(old)) {
                return dataset;
            }
            String rest = dataset.origin().substring(old.length());
            String origin = DropPath.join(folder, base).toLowerCase(Locale.ROOT) + rest;
            boolean inside = rest.startsWith(".");
            String name = inside
                    ? dataset.name()
                    : base + dataset.name().substring(from.base().length());
            List<Part> parts =
                    from.files().stream().anyMatch(f -> PartName.of(f.name()).isArchive())
                            ? dataset.parts()
                            : dataset.parts().stream()
                                    .map(p -> new Part(renamed(p.name()), p.blob(), p.size()))
                                    .toList();
            return dataset.named(name, origin).withParts(parts);
        }

        private String renamed(String name) {
            PartName part = PartName.of(name);
            return part.base().equalsIgnoreCase(from.base())
                    ? base + name.substring(part.base().length())
                    : name;
        }
    }
}
