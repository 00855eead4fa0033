package org.batchuploader.geotools.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry.NameSource;

/** In which charset a zip's names are written; the format leaves it open where its UTF-8 flag is not set. */
final class ZipNames {
    private static final Charset DOS = Charset.forName("IBM437");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private ZipNames() {}

    /** UTF-8 where it says so or is so, else DOS's charset as the format has it, unless that gives no words. */
    static String decode(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (raw == null || entry.getNameSource() != NameSource.NAME) {
            return entry.getName();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            String dos = new String(raw, DOS);
            String windows = new String(raw, WINDOWS);
            return strange(windows) < strange(dos) ? windows : dos;
        }
    }

    private static long strange(String name) {
        return name.chars()
                .filter(c -> c > 127
                        && !(Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN))
                .count();
    }
}
