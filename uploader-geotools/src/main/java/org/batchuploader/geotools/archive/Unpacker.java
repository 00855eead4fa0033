package org.batchuploader.geotools.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.inspect.PartSink;
import org.batchuploader.core.inspect.ProblemCode;

/**
 * Opens one zip, and those in it. Reads the directory first and refuses before a byte is unpacked; counts while
 * unpacking; stores what belongs to a dataset and leaves the rest packed.
 */
final class Unpacker {
    private static final int DEPTH = 1;
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

    private record Named(ZipArchiveEntry entry, EntryName name) {}

    /** @param origin name of the archive and a slash */
    void unpack(Path file, String origin) throws IOException {
        unpack(file, origin, 0);
    }

    private void unpack(Path file, String origin, int depth) throws IOException {
        String archive = EntryName.printable(origin.substring(0, origin.length() - 1));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Directory.check(channel, archive, limits.entries());
            try (ZipFile zip = open(channel, archive)) {
                for (Named named : entries(zip, archive)) {
                    unpack(zip, named, origin, depth);
                }
            }
        }
    }

    private static ZipFile open(FileChannel channel, String archive) throws ArchiveRefused {
        try {
            return ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setUseUnicodeExtraFields(true)
                    .get();
        } catch (IOException | RuntimeException e) {
            ArchiveRefused refused = ArchiveRefused.damaged(archive + " is damaged: its directory cannot be read.");
            refused.initCause(e);
            throw refused;
        }
    }

    private List<Named> entries(ZipFile zip, String archive) throws ArchiveRefused {
        var named = new ArrayList<Named>();
        List<ZipArchiveEntry> entries = new ArrayList<>();
        zip.getEntries().asIterator().forEachRemaining(entries::add);
        entries.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
        long end = 0;
        for (ZipArchiveEntry entry : entries) {
            budget.entry();
            EntryName name = EntryName.of(entry);
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new ArchiveRefused(
                        ProblemCode.ARCHIVE_ENCRYPTED, "%s is protected by a password.".formatted(archive));
            }
            if (entry.isUnixSymlink()) {
                throw EntryName.refused(entry.getName(), "is a symbolic link");
            }
            if (entry.getLocalHeaderOffset() < end) {
                throw EntryName.refused(entry.getName(), "shares its bytes with another entry");
            }
            end = entry.getLocalHeaderOffset() + 30 + Math.max(0, entry.getCompressedSize());
            named.add(new Named(entry, name));
        }
        return named;
    }

    private void unpack(ZipFile zip, Named named, String origin, int depth) throws IOException {
        EntryName name = named.name();
        if (name.isLitter()) {
            return;
        }
        PartName part = PartName.of(name.file());
        if (part.isArchive()) {
            nested(zip, named, origin, depth);
        } else if (part.isOfDataset()) {
            try (InputStream content = content(zip, named.entry())) {
                grouping.add(origin + name.folder(), sink.store(name.file(), content));
            }
        } else {
            grouping.ignore(part.extension());
        }
    }

    private void nested(ZipFile zip, Named named, String origin, int depth) throws IOException {
        if (depth >= DEPTH) {
            throw ArchiveRefused.tooLarge("%s is an archive in an archive in an archive; we look into one."
                    .formatted(EntryName.printable(named.entry().getName())));
        }
        Path inner = Files.createTempFile("archive", ".zip");
        try {
            try (InputStream content = content(zip, named.entry())) {
                Files.copy(content, inner, StandardCopyOption.REPLACE_EXISTING);
            }
            unpack(inner, origin + named.name().folder() + named.name().file() + "/", depth + 1);
        } finally {
            Files.deleteIfExists(inner);
        }
    }

    private InputStream content(ZipFile zip, ZipArchiveEntry entry) throws ArchiveRefused {
        try {
            if (!zip.canReadEntryData(entry)) {
                throw EntryName.refused(
                        entry.getName(), "is packed by a method we do not know (" + entry.getMethod() + ")");
            }
            return new EntryStream(zip.getInputStream(entry), entry, budget);
        } catch (ArchiveRefused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            ArchiveRefused refused = EntryName.refused(entry.getName(), "cannot be unpacked");
            refused.initCause(e);
            throw refused;
        }
    }
}
