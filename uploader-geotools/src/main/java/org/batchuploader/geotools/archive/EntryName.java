package org.batchuploader.geotools.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry.NameSource;

/**
 * The name of an archive's entry: data, never a path.
 *
 * @param folder {@code ""} or {@code "north/roads/"}
 * @param file {@code ""} for a folder
 */
record EntryName(String folder, String file) {
    private static final Charset DOS = Charset.forName("IBM437");
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int MAX_LENGTH = 4096;

    /** The name of an entry, if it stays within the archive. */
    static EntryName of(ZipArchiveEntry entry) throws ArchiveRefused {
        String name = decode(entry).replace('\\', '/');
        if (name.length() > MAX_LENGTH || name.indexOf('\0') >= 0) {
            throw refused(name, "is no name for a file");
        }
        if (name.startsWith("/") || name.matches("(?s)[A-Za-z]:.*")) {
            throw refused(name, "is an absolute path");
        }
        List<String> steps = Arrays.asList(name.split("/", -1));
        if (steps.contains("..")) {
            throw refused(name, "leads out of the archive");
        }
        List<String> plain =
                steps.stream().filter(s -> !s.isEmpty() && !s.equals(".")).toList();
        if (plain.isEmpty() || name.endsWith("/")) {
            return new EntryName(plain.isEmpty() ? "" : String.join("/", plain) + "/", "");
        }
        int last = plain.size() - 1;
        String folder = last == 0 ? "" : String.join("/", plain.subList(0, last)) + "/";
        return new EntryName(folder, plain.get(last));
    }

    static ArchiveRefused refused(String name, String why) {
        return ArchiveRefused.damaged("The entry %s %s.".formatted(printable(name), why));
    }

    /** A name as it may stand in a sentence and a log line. */
    static String printable(String name) {
        String shown = name.replaceAll("[\\p{Cntrl}]", "?");
        return "\"" + (shown.length() > 120 ? shown.substring(0, 120) + "..." : shown) + "\"";
    }

    /** What desktops leave in archives without being asked. */
    boolean isLitter() {
        return file.isEmpty()
                || folder.startsWith("__MACOSX/")
                || file.startsWith("._")
                || file.equals(".DS_Store")
                || file.equalsIgnoreCase("Thumbs.db")
                || file.equalsIgnoreCase("desktop.ini");
    }

    /** UTF-8 where it says so or is so, else DOS's charset as the format has it, unless that gives no words. */
    private static String decode(ZipArchiveEntry entry) {
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
