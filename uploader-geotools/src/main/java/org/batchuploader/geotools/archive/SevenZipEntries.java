package org.batchuploader.geotools.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.batchuploader.core.inspect.ProblemCode;
import org.jspecify.annotations.Nullable;

/** A 7z, whose dictionary and header may not take more memory than we give. */
final class SevenZipEntries {
    /** Enough for 7-Zip's dictionary of 64 MiB at its strongest. */
    static final int MEMORY_KIB = 80 << 10;

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
                    .setMaxMemoryLimitKiB(MEMORY_KIB)
                    .get();
        } catch (IOException | RuntimeException e) {
            throw refused(archive, e);
        }
    }

    private static @Nullable SevenZArchiveEntry next(SevenZFile seven, String archive) throws ArchiveRefused {
        try {
            return seven.getNextEntry();
        } catch (IOException | RuntimeException e) {
            throw refused(archive, e);
        }
    }

    /** What a library's exception means for the one who made the archive. */
    static ArchiveRefused refused(String archive, Exception cause) {
        String message = String.valueOf(cause.getMessage());
        ArchiveRefused refused;
        if (cause instanceof PasswordRequiredException) {
            refused = ArchiveRefused.encrypted(archive);
        } else if (cause instanceof MemoryLimitException) {
            refused = new ArchiveRefused(
                    ProblemCode.ARCHIVE_TOO_LARGE,
                    "%s is packed with a dictionary that takes more than %d MiB of memory."
                            .formatted(archive, MEMORY_KIB >> 10),
                    "Pack it anew with a smaller dictionary, 64 MB at most, or as a zip.");
        } else if (message.contains("nsupported")) {
            refused = new ArchiveRefused(
                    ProblemCode.FORMAT_UNSUPPORTED,
                    archive + " is packed by a method that is not supported.",
                    "Pack it anew with LZMA2, or as a zip, and deliver that.");
        } else {
            refused = ArchiveRefused.damaged(archive + " is damaged and cannot be read.");
        }
        refused.initCause(cause);
        return refused;
    }
}
