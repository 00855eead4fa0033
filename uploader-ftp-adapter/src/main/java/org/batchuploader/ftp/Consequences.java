package org.batchuploader.ftp;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.drop.DropEntry;
import org.batchuploader.core.drop.DropRefused;
import org.batchuploader.core.name.DropPath;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.upload.Dataset;

/** What will happen because of a command to a file of a delivery, said in its reply; and whether that is switched on. */
final class Consequences {
    private final FtpAllowances allowed;

    Consequences(FtpAllowances allowed) {
        this.allowed = allowed;
    }

    /**
     * To be asked before it is deleted.
     *
     * @throws DropRefused where that is switched off
     */
    String ofDeleting(FolderView view, String path) {
        String name = DropPath.nameOf(path);
        Optional<UploadDetails> upload = delivered(view, path);
        if (upload.isEmpty()) {
            return "";
        }
        require(allowed.delete(), "Deleting what was delivered is switched off here; " + name + " stays.");
        String layers = layers(upload.get());
        if (!PartName.of(name).isPrimary()) {
            return layers.isEmpty() ? "" : "; " + layers + " stays as it is";
        }
        if (!upload.get().upload().state().isEnding()) {
            return "; its delivery is cancelled, and what was published of it is taken down";
        }
        return layers.isEmpty() ? "; its delivery is cancelled" : "; " + layers + " is being taken down";
    }

    /**
     * To be asked before it is renamed.
     *
     * @throws DropRefused where that is switched off
     */
    String ofRenaming(FolderView view, String from, String to) {
        Optional<UploadDetails> upload = delivered(view, from);
        if (upload.isEmpty()) {
            return "";
        }
        String name = DropPath.nameOf(from);
        require(allowed.rename(), "Renaming what was delivered is switched off here; " + name + " keeps its name.");
        String layers = layers(upload.get());
        String base = PartName.of(DropPath.nameOf(to)).base();
        boolean moves = PartName.of(name).isPrimary()
                && !layers.isEmpty()
                && !base.equals(PartName.of(name).base());
        return moves ? "; " + layers + " will be named after " + base : "";
    }

    /**
     * To be asked before it is sent again.
     *
     * @throws DropRefused where that is switched off
     */
    String ofReplacing(FolderView view, String path) {
        Optional<UploadDetails> upload = delivered(view, path);
        if (upload.isEmpty()) {
            return "";
        }
        String name = DropPath.nameOf(path);
        require(
                allowed.replace(),
                name + " was delivered already, and replacing is switched off here; send it under another name.");
        String layers = layers(upload.get());
        return PartName.of(name).isPrimary() && !layers.isEmpty() ? "; it will replace " + layers : "";
    }

    /** "layer roads", "layers a, b", or nothing. */
    static String layers(UploadDetails upload) {
        String names = upload.datasets().stream()
                .map(Dataset::layer)
                .filter(Objects::nonNull)
                .map(upload.layers()::get)
                .filter(Objects::nonNull)
                .filter(layer -> layer.state() != Layer.State.REMOVING)
                .map(Layer::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : (names.contains(", ") ? "layers " : "layer ") + names;
    }

    private static Optional<UploadDetails> delivered(FolderView view, String path) {
        return view.folder()
                .find(path)
                .filter(DropEntry::complete)
                .map(DropEntry::upload)
                .flatMap(view.desk()::find)
                .filter(details -> !details.upload().open());
    }

    private static void require(boolean allowed, String sentence) {
        if (!allowed) {
            throw new DropRefused(sentence);
        }
    }
}
