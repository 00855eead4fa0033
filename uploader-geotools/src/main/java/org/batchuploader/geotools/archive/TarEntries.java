package org.batchuploader.geotools.archive;

import java.io.IOException;
import java.io.InputStream;
import org.batchuploader.core.inspect.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * A tar, read from front to back after POSIX.1-2001 (pax) and GNU tar. Our own reader because a library's keeps names and
 * pax records of any length; here none is longer than {@value #MOST_EXTRA} bytes.
 */
final class TarEntries {
    private static final int MOST_EXTRA = 1 << 16;

    private final InputStream in;
    private final String archive;
    private final Budget budget;
    private @Nullable String longName;
    private PaxRecords pax = PaxRecords.NONE;

    /** @param in the tar's bytes; its owner closes it */
    TarEntries(InputStream in, String archive, Budget budget) {
        this.in = in;
        this.archive = archive;
        this.budget = budget;
    }

    void read(Entry.Visitor visitor) throws IOException {
        for (byte[] block = block(); block != null && !isZero(block); block = block()) {
            if (!TarHeader.isHeader(block)) {
                throw ArchiveRefused.damaged(archive + " is damaged: there is no entry where one should begin.");
            }
            entry(TarHeader.of(block), visitor);
        }
    }

    private void entry(TarHeader header, Entry.Visitor visitor) throws IOException {
        switch (header.type()) {
            case 'L' -> longName = text(extra(header));
            case 'K', 'g' -> extra(header);
            case 'x' -> pax = PaxRecords.of(extra(header), archive);
            default -> {
                String path = pax.path() != null ? pax.path() : longName != null ? longName : header.path();
                long size = pax.size() >= 0 ? pax.size() : header.size();
                boolean sparse = header.type() == 'S' || pax.sparse();
                longName = null;
                pax = PaxRecords.NONE;
                file(new TarHeader(path, header.type(), size), sparse, visitor);
            }
        }
    }

    private void file(TarHeader header, boolean sparse, Entry.Visitor visitor) throws IOException {
        EntryName name = EntryName.of(header.path());
        switch (header.type()) {
            case '1', '2' -> throw EntryName.refused(header.path(), "is a link");
            case '3', '4', '6' -> throw EntryName.refused(header.path(), "is a device");
            case '5' -> budget.entry();
            default -> {
                if (sparse) {
                    throw new ArchiveRefused(
                            ProblemCode.FORMAT_UNSUPPORTED,
                            "The entry %s is packed as a sparse file.".formatted(EntryName.printable(header.path())),
                            ArchiveRefused.PACK_ANEW);
                }
                var content = new TarContent(in, header);
                var entry = new Entry(name, header.path(), Entry.UNKNOWN, Entry.UNKNOWN);
                visitor.visit(entry, () -> content);
                EntryStream.pass(() -> content, entry, budget);
                skipPadding(header.size());
            }
        }
    }

    private byte[] extra(TarHeader header) throws IOException {
        budget.entry();
        if (header.size() > MOST_EXTRA) {
            throw ArchiveRefused.damaged(archive + " has a name of " + header.size() + " bytes.");
        }
        byte[] bytes = in.readNBytes((int) header.size());
        if (bytes.length < header.size()) {
            throw cutOff();
        }
        skipPadding(header.size());
        return bytes;
    }

    private static String text(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return TarHeader.decode(bytes, 0, end);
    }

    private void skipPadding(long size) throws IOException {
        int padding = (int) Math.floorMod(-size, (long) TarHeader.BLOCK);
        if (in.readNBytes(padding).length < padding) {
            throw cutOff();
        }
    }

    private ArchiveRefused cutOff() {
        return ArchiveRefused.damaged(archive + " is cut off.");
    }

    private byte @Nullable [] block() throws IOException {
        byte[] block = in.readNBytes(TarHeader.BLOCK);
        if (block.length > 0 && block.length < TarHeader.BLOCK) {
            throw cutOff();
        }
        return block.length == 0 ? null : block;
    }

    private static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
