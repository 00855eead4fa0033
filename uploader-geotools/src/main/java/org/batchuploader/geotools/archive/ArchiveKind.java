package org.batchuploader.geotools.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.batchuploader.core.inspect.ProblemCode;

/** What an archive is by its first bytes, whatever its name says: a 7z that is called a zip is opened all the same. */
enum ArchiveKind {
    ZIP,
    SEVEN_ZIP,
    TAR,
    GZIP,
    BZIP2,
    XZ;

    private static final int LOOKED_AT = TarHeader.BLOCK;

    /** @param archive its name as it may stand in a sentence */
    static ArchiveKind of(Path file, String archive) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(LOOKED_AT);
        }
        if (starts(head, "7z\u00BC\u00AF'\u001C")) {
            return SEVEN_ZIP;
        }
        if (starts(head, "\u001F\u008B")) {
            return GZIP;
        }
        if (starts(head, "BZh")) {
            return BZIP2;
        }
        if (starts(head, "\u00FD7zXZ\0")) {
            return XZ;
        }
        if (starts(head, "Rar!")) {
            throw new ArchiveRefused(
                    ProblemCode.FORMAT_UNSUPPORTED,
                    archive + " is a RAR archive, which only RAR's own programs can read.",
                    ArchiveRefused.PACK_ANEW);
        }
        return TarHeader.isHeader(head) ? TAR : ZIP;
    }

    private static boolean starts(byte[] head, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= wanted.length && Arrays.equals(head, 0, wanted.length, wanted, 0, wanted.length);
    }
}
