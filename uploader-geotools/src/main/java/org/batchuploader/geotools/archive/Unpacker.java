package org.batchuploader.geotools.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.inspect.PartSink;

/**
 * Opens one archive, and those in it. Counts while unpacking, once, from front to back; stores what belongs to a dataset
 * and leaves the rest.
 */
final class Unpacker {
    private static final int DEPTH = 1;
    private static final int BUFFER = 1 << 16;
    private final ArchiveLimits limits;
    private final PartSink sink;
    private final Budget budget;
    private final Grouping grouping;

    Unpacker(ArchiveLimits limits, PartSink sink, Budget budget, Grouping grouping) {
        this.limits = limits;
        this.sink = sink;
        this.budget = budget;
        this.grouping = grouping;
    }

    /** @param name of the archive as delivered */
    void unpack(Path file, String name) throws IOException {
        unpack(file, name + "/", 0);
    }

    private void unpack(Path file, String origin, int depth) throws IOException {
        String archive = EntryName.printable(origin.substring(0, origin.length() - 1));
        Entry.Visitor visitor = (entry, content) -> unpack(entry, content, origin, depth);
        ArchiveKind kind = ArchiveKind.of(file, archive);
        switch (kind) {
            case ZIP -> new ZipEntries(limits.entries()).read(file, archive, visitor);
            case SEVEN_ZIP -> new SevenZipEntries(budget).read(file, archive, visitor);
            case TAR -> {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
                    tar(in, archive, visitor);
                }
            }
            case GZIP, BZIP2, XZ -> {
                try (InputStream in = Packed.open(file, kind, archive)) {
                    if (Packed.isTar(in)) {
                        tar(in, archive, visitor);
                    } else {
                        single(in, Files.size(file), origin, visitor);
                    }
                }
            }
        }
    }

    private void tar(InputStream in, String archive, Entry.Visitor visitor) throws IOException {
        new TarEntries(in, archive, budget).read(visitor);
    }

    private static void single(InputStream in, long packed, String origin, Entry.Visitor visitor) throws IOException {
        String archive = origin.substring(0, origin.length() - 1);
        PartName name = PartName.of(archive.substring(archive.lastIndexOf('/') + 1));
        if (name.extension().startsWith("t")) {
            throw ArchiveRefused.damaged(EntryName.printable(archive) + " is damaged, or holds no tar.");
        }
        visitor.visit(new Entry(EntryName.of(name.base()), name.base(), packed, Entry.UNKNOWN), () -> in);
    }

    private void unpack(Entry entry, Entry.Content content, String origin, int depth) throws IOException {
        budget.entry();
        EntryName name = entry.name();
        if (name.isLitter()) {
            return;
        }
        PartName part = PartName.of(name.file());
        if (part.isArchive()) {
            nested(entry, content, origin, depth);
        } else if (part.isOfDataset()) {
            try (InputStream in = EntryStream.open(content, entry, budget)) {
                grouping.add(origin + name.folder(), sink.store(name.file(), in));
            }
        } else {
            grouping.ignore(part.extension());
        }
    }

    private void nested(Entry entry, Entry.Content content, String origin, int depth) throws IOException {
        if (depth >= DEPTH) {
            throw ArchiveRefused.tooLarge("%s is an archive in an archive in an archive; we look into one."
                    .formatted(EntryName.printable(entry.path())));
        }
        Path inner = Files.createTempFile("archive", ".packed");
        try {
            try (InputStream in = EntryStream.open(content, entry, budget)) {
                Files.copy(in, inner, StandardCopyOption.REPLACE_EXISTING);
            }
            unpack(inner, origin + entry.name().folder() + entry.name().file() + "/", depth + 1);
        } finally {
            Files.deleteIfExists(inner);
        }
    }
}
