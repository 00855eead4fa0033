package org.batchuploader.geotools.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.jspecify.annotations.Nullable;

/** A 7z, whose dictionary and header may not take more memory than we give. */
final class SevenZipEntries {
    private static final int UNIX_MODE_GIVEN = 0x8000;
    private static final int FILE_TYPE = 0xF000;
    private static final int SYMBOLIC_LINK = 0xA000;
    private static final int WINDOWS_LINK = 0x400;

    private final Budget budget;

    SevenZipEntries(Budget budget) {
        this.budget = budget;
    }

    void read(Path file, String archive, Entry.Visitor visitor) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                SevenZFile seven = open(channel, archive)) {
            for (SevenZArchiveEntry entry = next(seven, archive); entry != null; entry = next(seven, archive)) {
                visit(seven, entry, archive, visitor);
            }
        }
    }

    private void visit(SevenZFile seven, SevenZArchiveEntry seventh, String archive, Entry.Visitor visitor)
            throws IOException {
        String path = seventh.getName() == null ? "" : seventh.getName();
        EntryName name = EntryName.of(path);
        if (seventh.isAntiItem() || isLink(seventh)) {
            throw EntryName.refused(path, "is a link or a deletion");
        }
        if (seventh.isDirectory() || !seventh.hasStream()) {
            budget.entry();
            return;
        }
        var entry = new Entry(name, path, Entry.UNKNOWN, Entry.UNKNOWN);
        Entry.Content content = () -> new SevenZipContent(seven, archive);
        visitor.visit(entry, content);
        EntryStream.pass(content, entry, budget);
    }

    private static boolean isLink(SevenZArchiveEntry entry) {
        int attributes = entry.getHasWindowsAttributes() ? entry.getWindowsAttributes() : 0;
        boolean unix = (attributes & UNIX_MODE_GIVEN) != 0;
        return (attributes & WINDOWS_LINK) != 0 || (unix && (attributes >>> 16 & FILE_TYPE) == SYMBOLIC_LINK);
    }

    private static SevenZFile open(FileChannel channel, String archive) throws ArchiveRefused {
        try {
            return SevenZFile.builder()
                    .setSeekableByteChannel(channel)
                    .setMaxMemoryLimitKiB(Unreadable.MEMORY_KIB)
                    .get();
        } catch (IOException | RuntimeException e) {
            throw Unreadable.refused(archive, e);
        }
    }

    private static @Nullable SevenZArchiveEntry next(SevenZFile seven, String archive) throws ArchiveRefused {
        try {
            return seven.getNextEntry();
        } catch (IOException | RuntimeException e) {
            throw Unreadable.refused(archive, e);
        }
    }
}
