package org.batchuploader.geotools.archive;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a pax header says of the entry behind it (POSIX.1-2001): lines of {@code LENGTH KEYWORD=VALUE}.
 *
 * @param size -1 when it does not say
 */
record PaxRecords(@Nullable String path, long size, boolean sparse) {
    static final PaxRecords NONE = new PaxRecords(null, -1, false);

    static PaxRecords of(byte[] bytes, String archive) throws ArchiveRefused {
        String path = null;
        long size = -1;
        boolean sparse = false;
        int at = 0;
        while (at < bytes.length && bytes[at] != 0) {
            int space = at;
            while (space < bytes.length && bytes[space] != ' ') {
                space++;
            }
            long length = number(new String(bytes, at, space - at, StandardCharsets.US_ASCII));
            if (length < space - at + 2 || length > bytes.length - at) {
                throw ArchiveRefused.damaged(archive + " is damaged: an extended header makes no sense.");
            }
            String line = TarHeader.decode(bytes, space + 1, (int) length - (space - at) - 2);
            int equals = line.indexOf('=');
            String keyword = equals < 0 ? line : line.substring(0, equals);
            String value = equals < 0 ? "" : line.substring(equals + 1);
            switch (keyword) {
                case "path" -> path = value;
                case "size" -> size = number(value);
                default -> sparse |= keyword.startsWith("GNU.sparse.");
            }
            at += (int) length;
        }
        return new PaxRecords(path, size, sparse);
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
