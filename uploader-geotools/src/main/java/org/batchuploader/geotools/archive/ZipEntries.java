package org.batchuploader.geotools.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.batchuploader.core.inspect.ProblemCode;

/** A zip: its directory is read first, and refuses before a byte is unpacked. */
final class ZipEntries {
    /** The largest directory that we let become objects, in entries. */
    private final int mostEntries;

    ZipEntries(int mostEntries) {
        this.mostEntries = mostEntries;
    }

    private record Named(ZipArchiveEntry zipped, Entry entry) {}

    void read(Path file, String archive, Entry.Visitor visitor) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Directory.check(channel, archive, mostEntries);
            try (ZipFile zip = open(channel, archive)) {
                for (Named named : entries(zip, archive)) {
                    ZipArchiveEntry zipped = named.zipped();
                    visitor.visit(named.entry(), () -> {
                        requireKnownMethod(zipped);
                        return zip.getInputStream(zipped);
                    });
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
            throw ArchiveRefused.damaged(archive + " is damaged: its directory cannot be read.", e);
        }
    }

    private static List<Named> entries(ZipFile zip, String archive) throws ArchiveRefused {
        var named = new ArrayList<Named>();
        List<ZipArchiveEntry> entries = new ArrayList<>();
        zip.getEntries().asIterator().forEachRemaining(entries::add);
        entries.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
        long end = 0;
        for (ZipArchiveEntry entry : entries) {
            EntryName name = EntryName.of(ZipNames.decode(entry));
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw ArchiveRefused.encrypted(archive);
            }
            if (entry.isUnixSymlink()) {
                throw EntryName.refused(entry.getName(), "is a symbolic link");
            }
            if (entry.getLocalHeaderOffset() < end) {
                throw EntryName.refused(entry.getName(), "shares its bytes with another entry");
            }
            end = entry.getLocalHeaderOffset() + 30 + Math.max(0, entry.getCompressedSize());
            named.add(new Named(entry, new Entry(name, entry.getName(), entry.getCompressedSize(), entry.getCrc())));
        }
        return named;
    }

    /** Others than these two are read by few programs, and by none of the JDK's. */
    private static void requireKnownMethod(ZipArchiveEntry entry) throws ArchiveRefused {
        int method = entry.getMethod();
        if (method != ZipEntry.STORED && method != ZipEntry.DEFLATED) {
            ZipMethod known = ZipMethod.getMethodByCode(method);
            String title = known == ZipMethod.ENHANCED_DEFLATED
                    ? "Deflate64, as Windows does with files above 2 GiB"
                    : known == null ? "number " + method : known.name();
            throw new ArchiveRefused(
                    ProblemCode.FORMAT_UNSUPPORTED,
                    "The entry %s is packed by a method that is not supported (%s)."
                            .formatted(EntryName.printable(entry.getName()), title),
                    ArchiveRefused.PACK_ANEW);
        }
    }
}
