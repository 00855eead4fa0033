package org.batchuploader.core.drop;

import java.util.Optional;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.intake.Arrival;
import org.batchuploader.core.intake.NamedFile;
import org.batchuploader.core.intake.Receipt;
import org.batchuploader.core.name.DropPath;
import org.batchuploader.core.staging.StagedFile;

/** Moves an entry and all that is below it, inside a transaction. */
final class Renaming {
    private final DropFolders.Desk desk;
    private final String source;

    Renaming(DropFolders.Desk desk, String source) {
        this.desk = desk;
        this.source = source;
    }

    Optional<Receipt> move(Place from, Place to) {
        DropEntry entry = desk.store().find(from.owner(), from.path()).orElseThrow();
        if (entry.isFolder()) {
            desk.store().children(from.owner(), from.path()).forEach(child -> {
                String name = child.name();
                move(
                        new Place(from.owner(), DropPath.join(from.path(), name)),
                        new Place(to.owner(), DropPath.join(to.path(), name)));
            });
        }
        desk.store().remove(from.owner(), from.path());
        Optional<Receipt> receipt = changeOver(entry, from, to);
        if (receipt.isEmpty()
                && entry.upload() != null
                && PartName.of(from.name()).isPrimary()) {
            desk.mainFiles().moved(entry.upload(), to.owner(), to.path()).ifPresent(objection -> {
                throw new DropRefused(objection);
            });
        }
        UploadId upload = receipt.map(Receipt::upload).orElse(entry.upload());
        desk.store()
                .put(new DropEntry(
                        to.owner(), to.path(), entry.blob(), entry.size(), entry.modified(), entry.complete(), upload));
        return receipt;
    }

    /** A complete file that meant nothing yet, or was a different part, arrives under its new name. */
    private Optional<Receipt> changeOver(DropEntry entry, Place from, Place to) {
        BlobId blob = entry.blob();
        if (blob == null || !entry.complete()) {
            return Optional.empty();
        }
        boolean meantNothing = !PartName.of(from.name()).isPrimary()
                && !PartName.of(from.name()).isSidecar();
        boolean waiting = desk.assembler().isOpen(entry.upload());
        if (!meantNothing && !waiting) {
            return Optional.empty();
        }
        StagedFile sealed =
                desk.assembler().sealed(entry.upload(), blob).orElseGet(() -> new StagedFile(blob, entry.size(), null));
        desk.assembler().withdrawn(from.owner(), from.folder(), from.name());
        var file = new NamedFile(to.name(), sealed);
        return Optional.of(desk.assembler().arrived(new Arrival(to.owner(), source, to.folder(), file)));
    }
}
